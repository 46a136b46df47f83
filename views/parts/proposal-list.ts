import type { Sentence } from '../../server/community/said.ts';
import type { Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Message } from '../words/language.ts';
import { DECIDING, PHASES } from '../words/phases.ts';
import { PROPOSALS } from '../words/proposals.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { titled } from '../words/titles.ts';
import type { PhaseName } from './phase.ts';
import { phaseSentence } from './phase.ts';
import type { Timeline } from './timeline.ts';
import { smallTimeline } from './timeline.ts';

/** A proposal as lists name it. */
export interface ProposalBrief {
  /** `P-31` */
  readonly id: string;
  readonly title: Sentence;
  readonly path: string;
  readonly community: { readonly title: string; readonly path: string };
  readonly timeline: Timeline;
  /** How many minority statements stand with its result; absent: none. */
  readonly minority?: number;
  /** What the viewer may still do. */
  readonly waitingForYou?: 'second' | 'vote';
}

/** The order in which they matter to somebody who comes by. */
const GROUPS: readonly { readonly title: Message; readonly states: readonly PhaseName[] }[] = [
  { title: PHASES.voting, states: ['voting', 'counting'] },
  { title: PHASES.nomination, states: ['nomination'] },
  { title: PHASES.seconding, states: ['seconding'] },
  { title: PHASES.discussion, states: ['discussion', 'frozen'] },
  { title: PROPOSALS.passed, states: ['timelock', 'reviewed'] },
  { title: PHASES['in-force'], states: ['in-force'] },
  { title: PROPOSALS.failed, states: ['rejected', 'lapsed', 'withdrawn', 'voided'] },
];

interface How {
  /** Each one's community is named. */
  readonly named: boolean;
}

/** Proposals by state; states without any are left out. */
export function proposalsByState(proposals: readonly ProposalBrief[], how: How, say: Say): Part {
  return GROUPS.map(({ title, states }) => {
    const here = proposals.filter(({ timeline }) => states.includes(timeline.phase.state));
    return here.length === 0 ? [] : html`<section><h2>${say(title)}</h2>${proposalList(here, how, say)}</section>`;
  });
}

function proposalList(proposals: readonly ProposalBrief[], how: How, say: Say): Part {
  return html`<ul class="plain">${proposals.map(
    (one) =>
      html`<li class="entry"><p class="kind">${one.id}${how.named ? html` · <a href="${href(one.community.path)}">${one.community.title}</a>` : ''}</p><h3><a href="${href(one.path)}">${titled(one.title, say)}</a></h3><p class="by">${smallTimeline(one.timeline, say)} <span>${phaseSentence(one.timeline.phase, say)}.</span>${maybe(one.waitingForYou, (what) => html` <b>${say(WAITING[what])}</b>`)}</p></li>`,
  )}</ul>`;
}

const WAITING = { second: PROPOSALS.maySecond, vote: PROPOSALS.mayVote } as const;

/** What is being decided, at the side of a page. */
export function beingDecided(proposals: readonly ProposalBrief[], say: Say = speaker('en')): Part {
  if (proposals.length === 0) return [];
  return html`<section><h2>${say(DECIDING.beingDecided)}</h2><ul class="plain">${proposals.map(
    (one) =>
      html`<li><a href="${href(one.path)}">${titled(one.title, say)}</a><br><span class="by">${phaseSentence(one.timeline.phase, say)}</span></li>`,
  )}</ul></section>`;
}
