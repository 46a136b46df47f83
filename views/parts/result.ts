import type { Html, Part } from '../html.ts';
import { html, maybe, nothing } from '../html.ts';
import type { Choice } from './ballot.ts';
import { CHOICE_WORDS } from './ballot.ts';
import { bars } from './bars.ts';
import type { Matter } from './matter.ts';
import type { Author } from './person.ts';
import { byline, organisationTag } from './person.ts';
import { time } from './time.ts';

type Count = Readonly<Record<Choice, number>>;

/** A counted vote (server/governance/tally), with all its result rests on. */
export interface ResultModel extends Count {
  readonly outcome: 'passed' | 'rejected' | 'lapsed';
  readonly matter: Matter;
  readonly turnout: number;
  readonly roll: number;
  readonly quorum: number;
  /** Yes votes after the cap on what one organisation can contribute. */
  readonly yesForQuorum: number;
  readonly byOrganisation: readonly ({ readonly organisation: string } & Count)[];
  readonly tests: {
    readonly turnout: boolean;
    readonly quorum: boolean;
    readonly majority: boolean;
    readonly dualMajority?: boolean;
  };
  /** The root over all ballots, as it stands in the record. Hexadecimal. */
  readonly boardRoot: string;
  readonly inForceFrom?: Date;
  readonly refileFrom?: Date;
  /** Who voted what: for members, after the close. */
  readonly votes?: readonly { readonly author: Author; readonly choice: Choice }[];
}

const OUTCOMES = { passed: 'Adopted', rejected: 'Rejected', lapsed: 'Lapsed: too few voted' } as const;

/** The result in figures, as a picture, by organisation, and each test in words. */
export function result(model: ResultModel): Html {
  const figures = (['yes', 'no', 'abstain'] as const).map((choice) => ({
    label: CHOICE_WORDS[choice],
    count: model[choice],
  }));
  return html`<section class="result"><h2>Result</h2><p class="text"><b>${OUTCOMES[model.outcome]}.</b> ${model.yes} yes, ${model.no} no, ${model.abstain} abstained; ${model.turnout} of ${model.roll} on the roll voted.${maybe(model.inForceFrom, (at) => html` In force from ${time(at)}.`)}${maybe(model.refileFrom, (at) => html` The same may be proposed again from ${time(at)}.`)}</p>
${bars({ id: 'result', title: 'Ballots', figures })}
<h3>What it had to reach</h3><ul class="tests">${tests(model)}</ul>
<h3>By organisation</h3><div class="scroll" tabindex="0" role="region" aria-label="Ballots by organisation"><table><thead><tr><th scope="col">Organisation</th><th scope="col">Yes</th><th scope="col">No</th><th scope="col">Abstain</th></tr></thead><tbody>${model.byOrganisation.map((one) => html`<tr><th scope="row">${organisationTag(one.organisation)}</th><td>${one.yes}</td><td>${one.no}</td><td>${one.abstain}</td></tr>`)}</tbody></table></div>
${maybe(model.votes, votes)}<details><summary>For checking</summary><p>The root over all ballots, as it stands in the open book:</p><p><code>${model.boardRoot}</code></p></details></section>`;
}

function tests(model: ResultModel): Part {
  const { tests: met, quorum } = model;
  const majority = model.matter === 'charter' ? 'at least two thirds Yes of Yes and No' : 'more Yes than No';
  return [
    test(met.turnout, `Turnout of at least ${quorum}: ${model.turnout} voted.`),
    test(
      met.quorum,
      `Quorum of ${quorum} Yes: ${model.yesForQuorum} count towards it${model.yesForQuorum < model.yes ? ', since one organisation alone cannot bring more than half' : ''}.`,
    ),
    test(met.majority, `A majority, ${majority}: ${model.yes} to ${model.no}.`),
    maybe(met.dualMajority, (dual) =>
      test(dual, 'More Yes than No in more than half of the organisations that voted.'),
    ),
  ];
}

const test = (met: boolean, text: string): Html => html`<li><b>${met ? 'Reached' : 'Not reached'}</b> ${text}</li>`;

function votes(all: readonly { readonly author: Author; readonly choice: Choice }[]): Part {
  if (all.length === 0) return nothing;
  return html`<details><summary>Who voted what</summary><p class="who-sees">Shown to members only, after the close.</p><div class="scroll" tabindex="0" role="region" aria-label="Who voted what"><table><thead><tr><th scope="col">Member</th><th scope="col">Ballot</th></tr></thead><tbody>${all.map(({ author, choice }) => html`<tr><th scope="row"><span class="by">${byline(author)}</span></th><td>${CHOICE_WORDS[choice]}</td></tr>`)}</tbody></table></div></details>`;
}
