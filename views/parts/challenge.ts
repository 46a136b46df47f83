import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import { CHALLENGE } from '../words/looking-ahead.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { act, EMPTY_FORM, field } from './field.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';

/** Doubts whether a vote that has passed kept to the procedure. */
export interface ChallengeModel {
  /** The proposal's page. */
  readonly path: string;
  readonly signatures: readonly { readonly author: Author; readonly ground: string }[];
  /** How many it takes; absent as long as nobody has signed. */
  readonly needed?: number;
  /** `open`: can be signed; `reviewed`: a jury looks at it; `kept`, `void`: it has; `over`: too few signed in time. */
  readonly stage: 'open' | 'reviewed' | 'kept' | 'void' | 'over';
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why?: Sentence };
}

/** What members say against how a vote was held, and the form to sign. */
export function challenge(model: ChallengeModel, say: Say = speaker('en')): Html {
  const { path, signatures, needed, stage, viewer } = model;
  const count = maybe(needed, (all) => html` ${say(CHALLENGE.signed, { signed: signatures.length, needed: all })}`);
  return html`<section><h2>${say(CHALLENGE.title)}</h2><p>${say(CHALLENGE[stage])}${stage === 'open' ? count : nothing}</p>
${said(signatures)}${stage === 'open' ? signing(path, viewer, say) : nothing}</section>`;
}

function said(signatures: ChallengeModel['signatures']): Part {
  if (signatures.length === 0) return nothing;
  return html`<ul class="plain">${signatures.map(
    ({ author, ground }) => html`<li><p class="by">${byline(author)}</p>${paragraphs(ground)}</li>`,
  )}</ul>`;
}

function signing(path: string, viewer: ChallengeModel['viewer'], say: Say): Part {
  if (!viewer.may) return maybe(viewer.why, (why) => html`<p>${told(why, say)}</p>`);
  const [label, hint] = [say(CHALLENGE.ground), say(CHALLENGE.groundHint)];
  return html`<details><summary>${say(CHALLENGE.something)}</summary><form method="post" action="${href(`${path}/challenge`)}">
${field({ form: EMPTY_FORM, name: 'ground', label, hint, rows: 4, autocomplete: 'off', max: 2000, say })}
${act(say.text(CHALLENGE.sign))}<p class="who-sees">${say(CHALLENGE.public)}</p></form></details>`;
}
