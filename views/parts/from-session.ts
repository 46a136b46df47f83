import type { Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Message } from '../words/language.ts';
import { SESSION } from '../words/learning.ts';
import { FROM_SESSION } from '../words/new-session.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** A learning session that a thread belongs to, and how. */
export interface FromSession {
  readonly title: string;
  readonly path: string;
  readonly how: 'worked' | 'did-not-work' | 'itself';
}

const HOW: Readonly<Record<Exclude<FromSession['how'], 'itself'>, Message>> = {
  worked: SESSION.worked,
  'did-not-work': SESSION.didNotWork,
};

/** Beside a thread: the sessions it is from the work of. */
export function fromSessions(sessions: readonly FromSession[] = [], say: Say = speaker('en')): Part {
  if (sessions.length === 0) return nothing;
  return html`<section><h2>${say(FROM_SESSION.title)}</h2><ul class="plain">${sessions.map(
    ({ title, path, how }) =>
      html`<li><a href="${href(path)}">${title}</a>${how === 'itself' ? nothing : html` · ${say(HOW[how])}`}</li>`,
  )}</ul></section>`;
}
