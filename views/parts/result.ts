import type { Html, Part } from '../html.ts';
import { html, maybe, nothing, when } from '../html.ts';
import { CHOICE, OPTION } from '../words/ballots.ts';
import type { Message } from '../words/language.ts';
import { RESULT } from '../words/results.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { agreementMap, agreementTable } from './agreement.ts';
import type { Choice, Said } from './ballot.ts';
import { choiceWords } from './ballot.ts';
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
  /** What people who are not on the roll said: “others, not counted: 3 yes, 1 no”. */
  readonly others?: string;
  /** What voters of one server said who were asked whether they voted themselves. */
  readonly confirmed?: readonly string[];
  readonly inForceFrom?: Date;
  readonly refileFrom?: Date;
  /** Who voted what: for members, after the close, and never of a secret vote. */
  readonly votes?: readonly { readonly author: Author; readonly choice: Said }[];
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

/** The result in figures, as a picture, and each test in words. */
export function result(model: ResultModel | RankedResult, say: Say): Html {
  const { boardRoot, others, confirmed = [], votes: all } = model;
  const fromServer = (words: string): Html => html`<p>${told(`${capital(words)}.`, say)}</p>`;
  return html`<section class="result"><h2>${say(RESULT.title)}</h2><p class="text">${summary(model, say)}</p>
${'kind' in model ? (model.kind === 'schulze' ? schulzeResult(model, say) : stvResult(model, say)) : yesNo(model, say)}
${maybe(others, fromServer)}${confirmed.map(fromServer)}${maybe(all, (them) => votes(them, say))}<details><summary>${say(RESULT.checking)}</summary><p>${say(RESULT.root)}</p><p><code>${boardRoot}</code></p></details></section>`;
}

function summary(model: ResultModel | RankedResult, say: Say): Part {
  const { turnout, roll, delegated, inForceFrom, refileFrom } = model;
  const { yes, no, abstain } = 'kind' in model ? { yes: 0, no: 0, abstain: 0 } : model;
  const count = 'kind' in model ? rankedWords(model, say) : html` ${say(RESULT.count, { yes, no, abstain })}`;
  const voted =
    delegated === undefined
      ? say(RESULT.voted, { turnout, roll })
      : say(RESULT.votedDelegated, { turnout, roll, delegated });
  const outcome = say.text(outcomeOf(model));
  return html`<b>${outcome}${outcome.endsWith(':') ? '' : '.'}</b>${count} ${voted}${maybe(inForceFrom, (at) => html` ${say(RESULT.inForceFrom, { time: time(at, say.language) })}`)}${maybe(refileFrom, (at) => html` ${say(RESULT.again, { time: time(at, say.language) })}`)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function outcomeOf(model: ResultModel | RankedResult): Message {
  if (!('kind' in model) || model.outcome === 'lapsed') return RESULT[model.outcome];
  if (model.outcome !== 'passed') return model.kind === 'stv' ? RESULT.nobody : OPTION['status-quo'];
  return model.kind === 'stv' ? RESULT.elected : RESULT.passed;
}

function yesNo(model: ResultModel, say: Say): Part {
  const figures = (['yes', 'no', 'abstain'] as const).map((choice) => ({
    label: say.text(CHOICE[choice]),
    count: model[choice],
  }));
  return html`${bars({ id: 'result', title: say.text(RESULT.ballots), figures }, say)}
<h3>${say(RESULT.hadToReach)}</h3><ul class="tests">${tests(model, say)}</ul>
${when(model.byOrganisation.length > 0, () => byOrganisation(model, say))}`;
}

/** The map of the result, and its table. */
function byOrganisation({ byOrganisation: rows }: ResultModel, say: Say): Part {
  const words = { yes: say.text(CHOICE.yes), no: say.text(CHOICE.no) };
  const title = say.text(RESULT.ballotsByOrganisation);
  return html`<h3>${say(RESULT.byOrganisation)}</h3><figure>${agreementMap({ id: 'organisations', title, words, rows }, say)}${agreementTable({ label: title, words, rows }, say)}</figure>`;
}

function tests({ tests: met, matter, quorum, turnout, yesForQuorum, yes, no }: ResultModel, say: Say): Part {
  const counted = yesForQuorum < yes ? RESULT.quorumCapped : RESULT.quorum;
  const test = (reached: boolean, words: Part): Html =>
    html`<li><b>${say(reached ? RESULT.reached : RESULT.notReached)}</b> ${words}</li>`;
  return [
    test(met.turnout, say(RESULT.turnout, { quorum, turnout })),
    test(met.quorum, say(counted, { quorum, counted: yesForQuorum })),
    test(met.majority, say(matter === 'charter' ? RESULT.twoThirds : RESULT.majority, { yes, no })),
    maybe(met.dualMajority, (dual) => test(dual, say(RESULT.dualMajority))),
  ];
}

function votes(all: NonNullable<Counted['votes']>, say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<details><summary>${say(RESULT.whoVoted)}</summary><p class="who-sees">${say(RESULT.membersOnly)}</p><div class="scroll" tabindex="0" role="region" aria-label="${say.text(RESULT.whoVoted)}"><table><thead><tr><th scope="col">${say(RESULT.member)}</th><th scope="col">${say(RESULT.ballot)}</th></tr></thead><tbody>${all.map(({ author, choice }) => html`<tr><th scope="row"><span class="by">${byline(author)}</span></th><td>${choiceWords(choice, say)}</td></tr>`)}</tbody></table></div></details>`;
}
