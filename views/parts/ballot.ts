import type { Part } from '../html.ts';
import { href, html } from '../html.ts';
import { act, choices, EMPTY_FORM } from './field.ts';
import { time } from './time.ts';

export type Choice = 'yes' | 'no' | 'abstain';
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = { yes: 'Yes', no: 'No', abstain: 'Abstain' };

/** The proof of a ballot: the board of the closed vote must contain it. */
export interface Receipt {
  readonly choice: Choice;
  readonly castAt: Date;
  /** SHA-256, hexadecimal. */
  readonly leaf: string;
  readonly nonce: string;
}

/** How the viewer stands to a vote. */
export type Ballot =
  | { readonly state: 'open'; readonly until: Date; readonly consequences: Readonly<Record<Choice, string>> }
  | { readonly state: 'cast'; readonly receipt: Receipt }
  /** A secret vote has a page of its own. */
  | { readonly state: 'secret' }
  /** She may not vote: why, and what she can do. */
  | { readonly state: 'not-yours'; readonly why: string };

/** The ballot of an open vote, its receipt, or why there is none. */
export function ballot(model: Ballot, proposalPath: string): Part {
  switch (model.state) {
    case 'open':
      return html`<form class="ballot" method="post" action="${href(`${proposalPath}/ballot`)}">${choices({
        form: EMPTY_FORM,
        name: 'choice',
        legend: 'Your ballot',
        options: [
          { value: 'yes', label: CHOICE_WORDS.yes, hint: model.consequences.yes },
          { value: 'no', label: CHOICE_WORDS.no, hint: model.consequences.no },
          { value: 'abstain', label: CHOICE_WORDS.abstain, hint: model.consequences.abstain },
        ],
      })}${act('Cast my ballot')}<p class="who-sees">Open vote: after it closes on ${time(model.until)}, members see who voted what. Until then nobody is shown it. A ballot is cast once and counts as cast.</p></form>`;
    case 'cast':
      return html`<section class="note"><h2>Your ballot is cast</h2>${receipt(model.receipt)}</section>`;
    case 'secret':
      return html`<section class="note"><h2>A secret vote</h2><p><a href="${href(`${proposalPath}/secret`)}">Ballot paper, vote, receipt and recount</a></p></section>`;
    case 'not-yours':
      return html`<section class="note"><h2>Voting</h2><p>${model.why}</p></section>`;
  }
}

/** What somebody keeps to check afterwards that her ballot was counted as she cast it. */
export function receipt({ choice, castAt, leaf, nonce }: Receipt): Part {
  return html`<p>You voted <b>${CHOICE_WORDS[choice]}</b> on ${time(castAt)}.</p><details><summary>Your receipt</summary><p>Keep these two lines. After the close, the first one must stand on the board of this vote.</p><dl><dt>Receipt</dt><dd><code>${leaf}</code></dd><dt>Nonce</dt><dd><code>${nonce}</code></dd></dl></details>`;
}
