import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { AgreementModel } from '../parts/agreement.ts';
import { agreement } from '../parts/agreement.ts';
import type { Ballot, NotYours, Receipt } from '../parts/ballot.ts';
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
import { PROPOSAL } from '../words/proposals.ts';
import type { Say } from '../words/speaking.ts';
import { titled, titleText } from '../words/titles.ts';
import { told } from '../words/told.ts';
import { NOT_YOURS } from '../words/what-follows.ts';

/** What would change, in words and as the machine has it. */
export interface ChangeModel {
  /** What kind of change it is: “A new rule.” */
  readonly what: Sentence;
  /** What the software will do: “Posts by members of less than 30 days …”. */
  readonly sentence: Sentence;
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
  readonly viewer: { readonly may: true } | { readonly may: false; readonly why?: Sentence; readonly since?: NotYours };
}

export interface ProposalModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly title: Sentence;
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
  const { shell, community, id, title } = model;
  const say = sayIn(shell);
  const submitted = time(model.submittedAt, say.language);
  const lead = model.called
    ? say(PROPOSAL.called, { time: submitted })
    : say(PROPOSAL.proposed, { name: html`<bdi>${model.by.name}</bdi>`, time: submitted });
  return page(
    { shell, title: `${titleText(title, say)} · ${id}`, decision: true, speaks: say.language },
    html`<div class="what">${heading({ kind: within(community, say.text(PROPOSAL.kind, { id })), title: titled(title, say), lead })}
${timeline(model.timeline, 'timeline', say)}
${change(model.change, model.matter, say)}${maybe(model.touched, (rows) => severance(rows, say))}</div>
<div class="side">${beside(model, say)}</div>
<div class="rest">${rest(model, say)}</div>`,
  );
}

/** The vote, and what the viewer can do now. */
function beside(model: ProposalModel, say: Say): Part {
  return [
    maybe(model.ballot, (own) => ballot(own, model.path, say)),
    forOthers(model, say),
    seconding(model, say),
    maybe(model.standing, (one) => standing(one, model.path, say)),
    maybe(
      model.receipt,
      (own) => html`<section class="note"><h2>${say(PROPOSAL.yourBallot)}</h2>${receipt(own, say)}</section>`,
    ),
    maybe(model.turnout, (one) => turnout(one, say)),
    maybe(
      model.disputed,
      (number) =>
        html`<section class="note"><h2>${say(PROPOSAL.disputed)}</h2><p>${say(PROPOSAL.disputes, { number })}</p></section>`,
    ),
    withdrawal(model, say),
  ];
}

/** What came of it, and what is said about it. */
function rest(model: ProposalModel, say: Say): Part {
  return [
    maybe(model.texts, (all) => texts(all, say)),
    maybe(model.result, (one) => result(one, say)),
    maybe(model.minority, (one) => minority(one, say)),
    maybe(model.dryRun, (one) => dryRun(one, say)),
    maybe(model.standing, (one) => nominees(one, say)),
    maybe(model.challenge, (one) => challenge(one, say)),
    reasons(model, say),
    maybe(model.agreement, (one) => agreement(one, say)),
    seconders(model.seconding, say),
  ];
}

function reasons({ by, reasons: why, answer, discussion }: ProposalModel, say: Say): Html {
  return html`<section><h2>${say(PROPOSAL.reasons)}</h2><p class="by">${byline(by)}</p>${paragraphs(why)}${maybe(answer, (text) => html`<h3>${say(PROPOSAL.answer)}</h3>${paragraphs(text)}`)}${maybe(discussion, (path) => html`<p><a href="${href(path)}">${say(PROPOSAL.discuss)}</a></p>`)}</section>`;
}

/** Somebody who cannot vote each time may ask another to. */
function forOthers({ ballot: own, turnout: open, community }: ProposalModel, say: Say): Part {
  if (own === undefined || own.state === 'not-yours' || open?.until === undefined) return nothing;
  return html`<p><a href="${href(`${community.path}/delegations`)}">${say(PROPOSAL.forYou)}</a></p>`;
}

function change({ what, sentence, text, rule, became, json }: ChangeModel, matter: Matter, say: Say): Part {
  const concerns = maybe(rule, (cited) => html` ${say(PROPOSAL.concerns, { rule: html`${cite(cited, say)}` })}`);
  const isNow = maybe(became, (cited) => html` ${say(PROPOSAL.became, { rule: html`${cite(cited, say)}` })}`);
  return html`<h2>${say(PROPOSAL.change)}</h2>
${maybe(text, (words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}
<p>${told(what, say)}${concerns}${when(matter === 'charter', () => html` ${say(PROPOSAL.twoThirds)}`)}${isNow}</p>
<p>${say(PROPOSAL.willDo, { sentence: told(sentence, say) })}</p>
<details><summary>${say(PROPOSAL.machine)}</summary><pre tabindex="0" role="region" aria-label="${say.text(PROPOSAL.machineText)}" dir="ltr"><code>${json}</code></pre></details>`;
}

function seconding({ timeline: { phase }, seconding: seconds, path }: ProposalModel, say: Say): Part {
  if (phase.state !== 'seconding') return nothing;
  const { have, need, organisations, viewer } = seconds;
  return html`<section><h2>${say(PROPOSAL.worth)}</h2><p>${say(PROPOSAL.soFar, { have, need, organisations })}</p>${
    viewer.may
      ? html`<form method="post" action="${href(`${path}/second`)}">${act(say.text(PROPOSAL.second))}<p class="who-sees">${say(PROPOSAL.secondMeans)}</p></form>`
      : [
          maybe(viewer.why, (why) => html`<p>${told(why, say)}</p>`),
          maybe(viewer.since, (since) => html`<p>${say(NOT_YOURS[since])}</p>`),
        ]
  }</section>`;
}

function seconders({ by }: Seconding, say: Say): Part {
  if (by.length === 0) return nothing;
  return html`<section><h2>${say(PROPOSAL.secondedBy)}</h2><ul class="plain">${by.map((author) => html`<li class="by">${byline(author)}</li>`)}</ul></section>`;
}

function withdrawal({ mayWithdraw, path }: ProposalModel, say: Say): Part {
  if (!mayWithdraw) return nothing;
  return html`<form class="leave" method="post" action="${href(`${path}/withdraw`)}"><button class="plain" type="submit">${say(PROPOSAL.withdraw)}</button></form>`;
}
