import type { Sentence } from '../../server/community/said.ts';
import type { Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import { BALLOT, CHOICE, OPTION } from '../words/ballots.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { NOT_YOURS } from '../words/what-follows.ts';
import { act, choices, EMPTY_FORM, select } from './field.ts';
import { longDay, time } from './time.ts';

export type Choice = 'yes' | 'no' | 'abstain';

/** What somebody said: yes, no, abstain; or a ranking, those who share a place side by side. */
export type Said = string | readonly (readonly string[])[];

/** The same in words: “Yes”, or “1st Ana, 2nd Jonas”. */
export function choiceWords(said: Said, say: Say = speaker('en')): string {
  if (typeof said === 'string') return Object.hasOwn(CHOICE, said) ? say.text(CHOICE[said as Choice]) : said;
  const ranks = said.map((who, at) => say.text(BALLOT.ranked, { place: at + 1, who: who.join(say.text(BALLOT.and)) }));
  return ranks.join(say.language === 'ar' ? '، ' : ', ');
}

/** The proof of a ballot: the board of the closed vote must contain it. */
export interface Receipt {
  readonly choice: Said;
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

/** What an option is called; those of every vote in the language of the page. */
export function optionWords({ id, words }: RankedOption, say: Say): string {
  return say.language !== 'en' && Object.hasOwn(OPTION, id) ? say.text(OPTION[id as keyof typeof OPTION]) : words;
}

/** What there is to fill in. */
export type Paper =
  /** `inForceFrom`: when it takes effect, if it passes. */
  | { readonly state: 'open'; readonly until: Date; readonly inForceFrom: Date }
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
  /** She may not vote: why, and what she can do; in a refusal's sentence, or by name. */
  | { readonly state: 'not-yours'; readonly why: Sentence }
  | { readonly state: 'not-yours'; readonly since: NotYours };

/** Why it is not hers to do now. */
export type NotYours = keyof typeof NOT_YOURS;

/** The ballot of an open vote, its receipt, or why there is none. */
export function ballot(model: Ballot, proposalPath: string, say: Say = speaker('en')): Part {
  switch (model.state) {
    case 'open':
    case 'ranking':
      return form(model, proposalPath, false, say);
    case 'cast':
      return html`<section class="note"><h2>${say(BALLOT.isCast)}</h2>${receipt(model.receipt, say)}</section>${maybe(
        model.change,
        (paper) =>
          html`<details class="change"><summary>${say(BALLOT.change)}</summary>${form(paper, proposalPath, true, say)}</details>`,
      )}`;
    case 'secret':
      return html`<section class="note"><h2>${say(BALLOT.secret)}</h2><p><a href="${href(`${proposalPath}/secret`)}">${say(BALLOT.toSecret)}</a></p></section>`;
    case 'not-yours':
      return html`<section class="note"><h2>${say(BALLOT.voting)}</h2><p>${'since' in model ? say(NOT_YOURS[model.since]) : told(model.why, say)}</p></section>`;
  }
}

function form(paper: Paper, proposalPath: string, change: boolean, say: Say): Part {
  const hidden = when(change, () => html`<input type="hidden" name="change" value="yes">`);
  const abstain = () =>
    html` <button class="plain" type="submit" name="choice" value="abstain">${say(CHOICE.abstain)}</button>`;
  return html`<form class="ballot" method="post" action="${href(`${proposalPath}/ballot`)}">${hidden}${
    paper.state === 'open' ? yesNo(paper, say) : ranking(paper, say)
  }${act(say.text(change ? BALLOT.change : BALLOT.cast))}${when(paper.state === 'ranking', abstain)}<p class="who-sees">${say(BALLOT.openVote, { time: time(paper.until, say.language) })}</p></form>`;
}

function yesNo({ inForceFrom }: Extract<Paper, { readonly state: 'open' }>, say: Say): Part {
  const ifYes = say.text(BALLOT.ifYes, { day: longDay(inForceFrom, say.language) });
  return choices({
    form: EMPTY_FORM,
    name: 'choice',
    legend: say.text(BALLOT.yours),
    options: [
      { value: 'yes', label: say.text(CHOICE.yes), hint: ifYes },
      { value: 'no', label: say.text(CHOICE.no), hint: say.text(BALLOT.ifNo) },
      { value: 'abstain', label: say.text(CHOICE.abstain), hint: say.text(BALLOT.ifAbstain) },
    ],
    say,
  });
}

/** One list of places per option: no script, and every place can be heard. */
function ranking({ options, equals }: Extract<Paper, { readonly state: 'ranking' }>, say: Say): Part {
  const places = options.map((_, at) => ({ value: String(at + 1), label: say.text(BALLOT.place, { place: at + 1 }) }));
  const empty = say.text(BALLOT.noPlace);
  return html`<fieldset class="ask"><legend>${say(BALLOT.yours)}</legend><p class="hint">${say(equals ? BALLOT.withEquals : BALLOT.withoutEquals)}</p>${options.map(
    (one) =>
      select({ form: EMPTY_FORM, name: `rank-${one.id}`, label: optionWords(one, say), options: places, empty, say }),
  )}</fieldset>`;
}

/** What somebody keeps to check afterwards that her ballot was counted as she cast it. */
export function receipt({ choice, castAt, leaf, nonce }: Receipt, say: Say = speaker('en')): Part {
  const voted = say(BALLOT.youVoted, { choice: choiceWords(choice, say), time: time(castAt, say.language) });
  return html`<p>${voted}</p><details><summary>${say(BALLOT.receiptTitle)}</summary><p>${say(BALLOT.receiptText)}</p><dl><dt>${say(BALLOT.receipt)}</dt><dd><code>${leaf}</code></dd><dt>${say(BALLOT.nonce)}</dt><dd><code>${nonce}</code></dd></dl></details>`;
}
