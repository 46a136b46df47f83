import type { PersonIri } from '../../community/ids.ts';
import { proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { hashOf } from '../../record/canonical.ts';
import type { ChangeRefusal } from '../changes/index.ts';
import { checkChange, matterOf } from '../changes/index.ts';
import { addDays } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { Change } from '../proposal.ts';
import { partOfRoot } from '../quorum.ts';
import { activeMembers, currentMembers, hasTenure, organisationsOf } from '../roll.ts';
import type { CommunityState, Member } from '../state.ts';
import { tooNew } from '../tenure.ts';
import { durationsFor, isOpen } from './procedure.ts';
import { readReasons, readTitle, type WordsRefusal } from './words.ts';

export type SubmitRefusal =
  | ChangeRefusal
  | WordsRefusal
  | 'not-a-member'
  | 'too-new'
  | 'too-many-open'
  | 'already-proposed'
  | 'refile-too-early';

interface Submission {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly title: string;
  readonly reasons: string;
  readonly change: Change;
  readonly now: Date;
}

/** So many seconds at least, where there are so many who could give them (governance.md §3.1, Seconding). */
const LEAST_SECONDS = 3;

/**
 * A member proposes a change. It needs seconds first; where nobody else could give one, its discussion begins at
 * once.
 */
export function submitProposal(ask: Submission): Result<EventOf<'proposal-submitted'>, SubmitRefusal> {
  const { state, by, now } = ask;
  const member = memberOf(state, by);
  if (member === null) return refused('not-a-member', 'Only members propose. Join the community first.');
  if (!hasTenure(state, member, now)) return refused('too-new', tooNew(state, member, 'propose'));
  const limit = state.charter.parameters.maxOpenProposals;
  if ([...state.proposals.values()].filter((proposal) => proposal.by === by && isOpen(proposal)).length >= limit) {
    return refused(
      'too-many-open',
      limit === 1
        ? said`You have ${limit} open proposal, which is as many as the charter allows. Wait until it is decided, or withdraw it.`
        : said`You have ${limit} open proposals, which is as many as the charter allows. Wait for one to be decided, or withdraw one.`,
    );
  }
  const title = readTitle(ask.title);
  if (!title.ok) return title;
  const reasons = readReasons(ask.reasons);
  if (!reasons.ok) return reasons;
  const change = checkChange(ask);
  if (!change.ok) return change;
  const twin = sameChange(state, change.value, now);
  return twin ?? accepted(submitted({ ...ask, title: title.value, reasons: reasons.value, change: change.value }));
}

/** The same change is not proposed twice at a time, nor again soon after it found too little interest. */
function sameChange(state: CommunityState, change: Change, now: Date) {
  const hash = hashOf(change);
  for (const proposal of state.proposals.values()) {
    const { id, phase } = proposal;
    const refileFrom = phase.state === 'lapsed' ? phase.refileFrom : undefined;
    const waits = refileFrom !== undefined && now < refileFrom;
    if (!(waits || isOpen(proposal)) || hashOf(proposal.change) !== hash) continue;
    if (!waits) return refused('already-proposed', said`${id} proposes exactly this already.`);
    return refused(
      'refile-too-early',
      said`${id} proposed exactly this and lapsed. It may come again from ${refileFrom}.`,
    );
  }
  return null;
}

function submitted({ state, by, title, reasons, change, now }: Submission): EventOf<'proposal-submitted'> {
  const { parameters } = state.charter;
  const matter = matterOf(change);
  const others = currentMembers(state).filter((member) => member.member !== by && hasTenure(state, member, now));
  const secondsNeeded = seconds(activeMembers({ state, at: now }).length, others);
  const { discussionDays } = durationsFor(matter, parameters);
  return {
    kind: 'proposal-submitted',
    proposal: proposalId(state.proposals.size + 1),
    by,
    title,
    reasons,
    change,
    matter,
    secondsNeeded,
    organisationsNeeded: Math.min(2, secondsNeeded, organisationsOf(others)),
    until: addDays(now, parameters.secondingDays),
    ...(secondsNeeded === 0 ? { discussionUntil: addDays(now, discussionDays) } : {}),
  };
}

/** max(3, ⌈√N/2⌉), but not more than there are members who could. */
function seconds(active: number, others: readonly Member[]): number {
  return Math.min(Math.max(LEAST_SECONDS, partOfRoot([1, 2], active)), others.length);
}
