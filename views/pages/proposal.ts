import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { AgreementModel } from '../parts/agreement.ts';
import { agreement } from '../parts/agreement.ts';
import type { Ballot, Receipt } from '../parts/ballot.ts';
import { ballot, receipt } from '../parts/ballot.ts';
import type { ChallengeModel } from '../parts/challenge.ts';
import { challenge } from '../parts/challenge.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import type { DryRunModel } from '../parts/dry-run.ts';
import { dryRun } from '../parts/dry-run.ts';
import { act } from '../parts/field.ts';
import type { Matter } from '../parts/matter.ts';
import type { MinorityModel } from '../parts/minority.ts';
import { minority } from '../parts/minority.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import type { RankedResult, ResultModel } from '../parts/result.ts';
import { result } from '../parts/result.ts';
import type { Touched } from '../parts/severance.ts';
import { severance } from '../parts/severance.ts';
import type { StandingModel } from '../parts/standing.ts';
import { nominees, standing } from '../parts/standing.ts';
import type { TextsModel } from '../parts/texts.ts';
import { texts } from '../parts/texts.ts';
import { time } from '../parts/time.ts';
import type { Timeline } from '../parts/timeline.ts';
import { timeline } from '../parts/timeline.ts';
import type { Turnout } from '../parts/turnout.ts';
import { turnout } from '../parts/turnout.ts';

/** What would change, in words and as the machine has it. */
export interface ChangeModel {
  /** What kind of change it is: “A new rule.” */
  readonly what: string;
  /** What the software will do: “Posts by members of less than 30 days …”. */
  readonly sentence: string;
  /** The words of the rule, which count. */
  readonly text?: string;
  /** The rule that is changed or repealed. */
  readonly rule?: RuleCite;
  /** The version of a rule that it became. */
  readonly became?: RuleCite;
  /** The machine-readable part, formatted to be read. */
  readonly json: string;
}

export interface Seconding {
  readonly have: number;
  readonly need: number;
  /** From how many organisations they must come. */
  readonly organisations: number;
  readonly by: readonly Author[];
  /** What the viewer may do; `why`: a sentence when she may not. */
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why?: string };
}

export interface ProposalModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly by: Author;
  /** Nobody proposed it: the charter itself calls for it. */
  readonly called?: boolean;
  readonly submittedAt: Date;
  readonly matter: Matter;
  readonly timeline: Timeline;
  readonly change: ChangeModel;
  readonly reasons: string;
  /** The thread in which it is discussed. */
  readonly discussion?: string;
  readonly seconding: Seconding;
  /** An election: who stands. */
  readonly standing?: StandingModel;
  /** A recall: what she says to it herself. */
  readonly answer?: string;
  /** Where other texts stand, or may be put, beside its own. */
  readonly texts?: TextsModel;
  /** After it has passed: doubts about the procedure. */
  readonly challenge?: ChallengeModel;
  /** For a decision about servers: whom it would touch. */
  readonly touched?: readonly Touched[];
  /** The viewer proposed it, and the text is not frozen yet. */
  readonly mayWithdraw: boolean;
  /** While the vote is open. */
  readonly ballot?: Ballot;
  /** While the vote is open, and after. */
  readonly turnout?: Turnout;
  /** So many members said that the ballot in their name is not theirs. */
  readonly disputed?: number;
  /** After the close. */
  readonly result?: ResultModel | RankedResult;
  /** After the close: what stands against it. */
  readonly minority?: MinorityModel;
  /** For members, of a rule that is not decided about yet. */
  readonly dryRun?: DryRunModel;
  /** From the discussion on: what people of different organisations agree on in it. */
  readonly agreement?: AgreementModel;
  /** The viewer's own, after the close. */
  readonly receipt?: Receipt;
}

/** A proposal: what it is, then the ballot, then the reasons. In this order also on a phone. */
export function proposalPage(model: ProposalModel): Html {
  const { shell, community, id, title, by } = model;
  const lead = model.called
    ? html`Called by the charter on ${time(model.submittedAt)}.`
    : html`Proposed by ${by.name} on ${time(model.submittedAt)}.`;
  return page(
    { shell, title: `${title} · ${id}`, decision: true },
    html`<div class="what">${heading({ kind: within(community, `proposal ${id}`), title, lead })}
${timeline(model.timeline, 'timeline')}
${change(model.change, model.matter)}${maybe(model.touched, severance)}</div>
<div class="side">${maybe(model.ballot, (own) => ballot(own, model.path))}${forOthers(model)}${seconding(model)}${maybe(model.standing, (one) => standing(one, model.path))}${maybe(model.receipt, (own) => html`<section class="note"><h2>Your ballot</h2>${receipt(own)}</section>`)}${maybe(model.turnout, turnout)}${maybe(model.disputed, disputed)}${withdrawal(model)}</div>
<div class="rest">${maybe(model.texts, texts)}${maybe(model.result, result)}${maybe(model.minority, (one) => minority(one, sayIn(shell)))}${maybe(model.dryRun, dryRun)}${maybe(model.standing, nominees)}${maybe(model.challenge, challenge)}<section><h2>Reasons</h2><p class="by">${byline(by)}</p>${paragraphs(model.reasons)}${maybe(model.answer, (text) => html`<h3>Their answer</h3>${paragraphs(text)}`)}${maybe(model.discussion, (path) => html`<p><a href="${href(path)}">Discuss it in its thread</a></p>`)}</section>${maybe(model.agreement, agreement)}${seconders(model.seconding)}</div>`,
  );
}

const disputed = (number: number): Html =>
  html`<section class="note"><h2>Disputed</h2><p>${number} ${number === 1 ? 'member says that the ballot in that name is not theirs' : 'members say that the ballots in their names are not theirs'}. The open book says who. As long as the vote is open they can vote anew.</p></section>`;

/** Somebody who cannot vote each time may ask another to. */
function forOthers({ ballot: own, turnout: open, community }: ProposalModel): Part {
  if (own === undefined || own.state === 'not-yours' || open?.until === undefined) return nothing;
  return html`<p><a href="${href(`${community.path}/delegations`)}">Let somebody vote for you</a></p>`;
}

function change({ what, sentence, text, rule, became, json }: ChangeModel, matter: Matter): Part {
  return html`<h2>What would change</h2>
${maybe(text, (words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}
<p>${what}${maybe(rule, (cited) => html` It concerns ${cite(cited)}.`)}${matter === 'charter' ? ' It needs two thirds.' : ''}${maybe(became, (cited) => html` It is ${cite(cited)}.`)}</p>
<p><b>What the software will do:</b> ${sentence}</p>
<details><summary>As the machine reads it</summary><pre tabindex="0" role="region" aria-label="Machine-readable text"><code>${json}</code></pre></details>`;
}

function seconding({ timeline: { phase }, seconding: seconds, path }: ProposalModel): Part {
  if (phase.state !== 'seconding') return nothing;
  const { have, need, organisations, viewer } = seconds;
  const from = organisations > 1 ? `, from at least ${organisations} organisations` : '';
  const sofar = `${have} of the ${need} seconders it needs${from}.`;
  return html`<section><h2>Worth discussing?</h2><p>${sofar}</p>${
    viewer.may
      ? html`<form method="post" action="${href(`${path}/second`)}">${act('Second it')}<p class="who-sees">It means: let us discuss this. It is not a vote. Everyone can see it.</p></form>`
      : maybe(viewer.why, (why) => html`<p>${why}</p>`)
  }</section>`;
}

function seconders({ by }: Seconding): Part {
  if (by.length === 0) return nothing;
  return html`<section><h2>Seconded by</h2><ul class="plain">${by.map((author) => html`<li class="by">${byline(author)}</li>`)}</ul></section>`;
}

function withdrawal({ mayWithdraw, path }: ProposalModel): Part {
  if (!mayWithdraw) return nothing;
  return html`<form class="leave" method="post" action="${href(`${path}/withdraw`)}"><button class="plain" type="submit">Withdraw my proposal</button></form>`;
}
