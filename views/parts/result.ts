import type { Html, Part } from '../html.ts';
import { html, maybe, nothing, when } from '../html.ts';
import { agreementMap, agreementTable } from './agreement.ts';
import type { Choice } from './ballot.ts';
import { CHOICE_WORDS, choiceWords } from './ballot.ts';
import { bars } from './bars.ts';
import type { Matter } from './matter.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import type { SchulzeResult, StvResult } from './ranked-result.ts';
import { rankedWords, schulzeResult, stvResult } from './ranked-result.ts';
import { time } from './time.ts';

type Count = Readonly<Record<Choice, number>>;

/** What every counted vote has (server/governance/tally). */
interface Counted {
  readonly outcome: 'passed' | 'rejected' | 'lapsed';
  readonly matter: Matter;
  readonly turnout: number;
  readonly roll: number;
  /** How many of these were cast by a delegate for somebody else. */
  readonly delegated?: number;
  readonly quorum: number;
  /** The root over all ballots, as it stands in the record. Hexadecimal. */
  readonly boardRoot: string;
  readonly inForceFrom?: Date;
  readonly refileFrom?: Date;
  /** Who voted what: for members, after the close, and never of a secret vote. */
  readonly votes?: readonly { readonly author: Author; readonly choice: string }[];
}

/** A counted vote of yes and no, with all its result rests on. */
export interface ResultModel extends Count, Counted {
  /** Yes votes after the cap on what one organisation can contribute. */
  readonly yesForQuorum: number;
  readonly byOrganisation: readonly ({ readonly organisation: string } & Count)[];
  readonly tests: {
    readonly turnout: boolean;
    readonly quorum: boolean;
    readonly majority: boolean;
    readonly dualMajority?: boolean;
  };
}

/** A counted vote between texts, or people. */
export type RankedResult = Counted & (SchulzeResult | StvResult);

const OUTCOMES = { passed: 'Adopted', rejected: 'Rejected', lapsed: 'Lapsed: too few voted' } as const;

/** The result in figures, as a picture, and each test in words. */
export function result(model: ResultModel | RankedResult): Html {
  const ranked = 'kind' in model;
  const count = ranked ? rankedWords(model) : html` ${model.yes} yes, ${model.no} no, ${model.abstain} abstained;`;
  return html`<section class="result"><h2>Result</h2><p class="text"><b>${outcomeOf(model)}${ranked && model.kind === 'stv' && model.elected.length > 0 && model.outcome === 'passed' ? '' : '.'}</b>${count} ${model.turnout} of ${model.roll} on the roll voted${maybe(model.delegated, (number) => html`, ${number} of them through a delegate`)}.${maybe(model.inForceFrom, (at) => html` In force from ${time(at)}.`)}${maybe(model.refileFrom, (at) => html` The same may be proposed again from ${time(at)}.`)}</p>
${ranked ? (model.kind === 'schulze' ? schulzeResult(model) : stvResult(model)) : yesNo(model)}
${maybe(model.votes, votes)}<details><summary>For checking</summary><p>The root over all ballots, as it stands in the open book:</p><p><code>${model.boardRoot}</code></p></details></section>`;
}

function outcomeOf(model: ResultModel | RankedResult): string {
  if (!('kind' in model) || model.outcome === 'lapsed') return OUTCOMES[model.outcome];
  if (model.kind === 'stv') return model.outcome === 'passed' ? 'Elected:' : 'Nobody elected';
  return model.outcome === 'passed' ? 'Adopted' : 'Everything stays as it is';
}

function yesNo(model: ResultModel): Part {
  const figures = (['yes', 'no', 'abstain'] as const).map((choice) => ({
    label: CHOICE_WORDS[choice],
    count: model[choice],
  }));
  return html`${bars({ id: 'result', title: 'Ballots', figures })}
<h3>What it had to reach</h3><ul class="tests">${tests(model)}</ul>
${when(model.byOrganisation.length > 0, () => byOrganisation(model))}`;
}

/** The map of the result, and its table. */
function byOrganisation({ byOrganisation: all }: ResultModel): Part {
  const words = { yes: 'Yes', no: 'No' };
  return html`<h3>By organisation</h3><figure>${agreementMap({ id: 'organisations', title: 'Ballots by organisation', words, rows: all })}${agreementTable({ label: 'Ballots by organisation', words, rows: all })}</figure>`;
}

function tests(model: ResultModel): Part {
  const { tests: met, quorum } = model;
  const majority = model.matter === 'charter' ? 'at least two thirds Yes of Yes and No' : 'more Yes than No';
  return [
    test(met.turnout, `Turnout of at least ${quorum}: ${model.turnout} voted.`),
    test(
      met.quorum,
      `Quorum of ${quorum} Yes: ${model.yesForQuorum} count towards it${model.yesForQuorum < model.yes ? ', since one organisation alone can bring no more than its part' : ''}.`,
    ),
    test(met.majority, `A majority, ${majority}: ${model.yes} to ${model.no}.`),
    maybe(met.dualMajority, (dual) =>
      test(dual, 'More Yes than No in more than half of the organisations that voted.'),
    ),
  ];
}

const test = (met: boolean, text: string): Html => html`<li><b>${met ? 'Reached' : 'Not reached'}</b> ${text}</li>`;

function votes(all: NonNullable<Counted['votes']>): Part {
  if (all.length === 0) return nothing;
  return html`<details><summary>Who voted what</summary><p class="who-sees">Shown to members only, after the close.</p><div class="scroll" tabindex="0" role="region" aria-label="Who voted what"><table><thead><tr><th scope="col">Member</th><th scope="col">Ballot</th></tr></thead><tbody>${all.map(({ author, choice }) => html`<tr><th scope="row"><span class="by">${byline(author)}</span></th><td>${choiceWords(choice)}</td></tr>`)}</tbody></table></div></details>`;
}
