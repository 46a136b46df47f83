import type { Sentence } from '../../server/community/said.ts';
import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { ERRORS } from '../words/errors.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

export interface ErrorModel {
  readonly shell: Shell;
  readonly status: 400 | 401 | 403 | 404 | 410 | 413 | 429 | 500 | 503;
  /** What happened and what to do, where more is known than the number says. */
  readonly text?: Sentence;
  /** Where to go on. */
  readonly onward?: { readonly path: string; readonly label: Sentence };
}

/** A page for what went wrong: what happened, and what to do now. */
export function errorPage({ shell, status, text, onward }: ErrorModel): Html {
  const say = sayIn(shell);
  const title = say.text(ERRORS[`title${status}`]);
  const lead = text === undefined ? say(ERRORS[`text${status}`]) : told(text, say);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: `${status}`, title, lead })}${go(onward, say)}`,
  );
}

const go = (onward: ErrorModel['onward'], say: Say): Html =>
  onward === undefined
    ? html`<p><a class="do" href="/">${say(ERRORS.first)}</a></p>`
    : html`<p><a class="do" href="${href(onward.path)}">${told(onward.label, say)}</a></p>`;
