import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
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
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why?: string };
}

const STAGES = {
  open: '',
  reviewed:
    'A jury of members looks at whether the procedure was kept. Until it has answered, nothing comes into force.',
  kept: 'It was looked at: nobody has shown that the procedure was not kept.',
  void: 'A jury found that the procedure was not kept: the decision is void.',
  over: 'Too few signed in time to ask a jury.',
} as const;

/** What members say against how a vote was held, and the form to sign. */
export function challenge({ path, signatures, needed, stage, viewer }: ChallengeModel): Html {
  const count = needed === undefined ? '' : `${signatures.length} of the ${needed} signatures it takes to ask a jury.`;
  return html`<section><h2>Was the procedure kept?</h2>${stage === 'open' ? html`<p>Until it comes into force, those who could vote can say in what the vote did not keep to the charter. With enough signatures a jury looks at that, and at nothing else. ${count}</p>` : html`<p>${STAGES[stage]}</p>`}
${said(signatures)}${stage === 'open' ? signing(path, viewer) : nothing}</section>`;
}

function said(signatures: ChallengeModel['signatures']): Part {
  if (signatures.length === 0) return nothing;
  return html`<ul class="plain">${signatures.map(
    ({ author, ground }) => html`<li><p class="by">${byline(author)}</p>${paragraphs(ground)}</li>`,
  )}</ul>`;
}

function signing(path: string, viewer: ChallengeModel['viewer']): Part {
  if (!viewer.may) return maybe(viewer.why, (why) => html`<p>${why}</p>`);
  return html`<details><summary>Something was not done as it should be</summary><form method="post" action="${href(`${path}/challenge`)}">
${field({ form: EMPTY_FORM, name: 'ground', label: 'What was not done as the charter wants it?', hint: 'About how the vote was held, not about what was decided.', rows: 4, autocomplete: 'off', max: 2000 })}
${act('Sign it')}<p class="who-sees">Everyone can see it, and that it is yours.</p></form></details>`;
}
