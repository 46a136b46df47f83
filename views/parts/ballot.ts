import type { Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import { act, choices, EMPTY_FORM, select } from './field.ts';
import { time } from './time.ts';

export type Choice = 'yes' | 'no' | 'abstain';
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = { yes: 'Yes', no: 'No', abstain: 'Abstain' };

/** What somebody said: yes, no, abstain; or a ranking, in words already. */
export const choiceWords = (choice: string): string =>
  Object.hasOwn(CHOICE_WORDS, choice) ? CHOICE_WORDS[choice as Choice] : choice;

/** The proof of a ballot: the board of the closed vote must contain it. */
export interface Receipt {
  readonly choice: string;
  readonly castAt: Date;
  /** SHA-256, hexadecimal. */
  readonly leaf: string;
  readonly nonce: string;
}

/** Something that a ranked vote chooses between. */
export interface RankedOption {
  readonly id: string;
  readonly words: string;
}

/** What there is to fill in. */
export type Paper =
  | { readonly state: 'open'; readonly until: Date; readonly consequences: Readonly<Record<Choice, string>> }
  | {
      readonly state: 'ranking';
      readonly until: Date;
      readonly options: readonly RankedOption[];
      /** Several may share a place. */
      readonly equals: boolean;
    };

/** How the viewer stands to a vote. */
export type Ballot =
  | Paper
  /** `change`: as long as the vote is open she may vote otherwise. */
  | { readonly state: 'cast'; readonly receipt: Receipt; readonly change?: Paper }
  /** A secret vote has a page of its own. */
  | { readonly state: 'secret' }
  /** She may not vote: why, and what she can do. */
  | { readonly state: 'not-yours'; readonly why: string };

/** The ballot of an open vote, its receipt, or why there is none. */
export function ballot(model: Ballot, proposalPath: string): Part {
  switch (model.state) {
    case 'open':
    case 'ranking':
      return form(model, proposalPath, false);
    case 'cast':
      return html`<section class="note"><h2>Your ballot is cast</h2>${receipt(model.receipt)}</section>${maybe(
        model.change,
        (paper) =>
          html`<details class="change"><summary>Change my vote</summary>${form(paper, proposalPath, true)}</details>`,
      )}`;
    case 'secret':
      return html`<section class="note"><h2>A secret vote</h2><p><a href="${href(`${proposalPath}/secret`)}">Ballot paper, vote, receipt and recount</a></p></section>`;
    case 'not-yours':
      return html`<section class="note"><h2>Voting</h2><p>${model.why}</p></section>`;
  }
}

function form(paper: Paper, proposalPath: string, change: boolean): Part {
  const hidden = when(change, () => html`<input type="hidden" name="change" value="yes">`);
  return html`<form class="ballot" method="post" action="${href(`${proposalPath}/ballot`)}">${hidden}${
    paper.state === 'open' ? yesNo(paper) : ranking(paper)
  }${act(change ? 'Change my vote' : 'Cast my ballot')}${when(paper.state === 'ranking', () => html` <button class="plain" type="submit" name="choice" value="abstain">Abstain</button>`)}<p class="who-sees">Open vote: after it closes on ${time(paper.until)}, members see who voted what. Until then nobody is shown it. You can change your vote until it closes; the last one counts.</p></form>`;
}

function yesNo({ consequences }: Extract<Paper, { readonly state: 'open' }>): Part {
  return choices({
    form: EMPTY_FORM,
    name: 'choice',
    legend: 'Your ballot',
    options: [
      { value: 'yes', label: CHOICE_WORDS.yes, hint: consequences.yes },
      { value: 'no', label: CHOICE_WORDS.no, hint: consequences.no },
      { value: 'abstain', label: CHOICE_WORDS.abstain, hint: consequences.abstain },
    ],
  });
}

/** One list of places per option: no script, and every place can be heard. */
function ranking({ options, equals }: Extract<Paper, { readonly state: 'ranking' }>): Part {
  const places = options.map((_, at) => ({ value: String(at + 1), label: ordinal(at + 1) }));
  const how = equals
    ? 'Give each the place you want; several may share one. What you leave without a place comes last.'
    : 'Give places to those you want, each place once. Whoever you leave without one gets nothing of your vote.';
  return html`<fieldset class="ask"><legend>Your ballot</legend><p class="hint">${how}</p>${options.map(
    ({ id, words }) =>
      select({ form: EMPTY_FORM, name: `rank-${id}`, label: words, options: places, empty: 'No place' }),
  )}</fieldset>`;
}

/** “1st”, “2nd”, “11th”. */
export function ordinal(number: number): string {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

/** What somebody keeps to check afterwards that her ballot was counted as she cast it. */
export function receipt({ choice, castAt, leaf, nonce }: Receipt): Part {
  return html`<p>You voted <b>${choiceWords(choice)}</b> on ${time(castAt)}.</p><details><summary>Your receipt</summary><p>Keep these two lines. After the close, the first one must stand on the board of this vote.</p><dl><dt>Receipt</dt><dd><code>${leaf}</code></dd><dt>Nonce</dt><dd><code>${nonce}</code></dd></dl></details>`;
}
