import { proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import { matterOf } from '../changes/index.ts';
import type { CharterParameters } from '../charter.ts';
import { CHARTER_BOUNDS } from '../charter-bounds.ts';
import { addDays, later } from '../dates.ts';
import type { ProposalStep } from '../due/proposals.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';
import { durationsFor, isOpen } from './procedure.ts';
import { EASIER_TITLE } from './titles.ts';

/** So many of the last so many votes without enough voters are a sign of fatigue (governance.md §3.9, Participation). */
const LAPSED = 3;
const OF_THE_LAST = 4;
/** What is asked for then: days more to vote, and members more for whom one may vote. */
const MORE_DAYS = 7;
const MORE_DELEGATIONS = 2;

/**
 * When a tired community is to be asked whether it makes voting easier, or nothing. Asked at most once per four votes:
 * only those that ended after it was last asked count, and its own votes never do.
 */
export function comingCallForHelp(state: CommunityState): readonly ProposalStep[] {
  if (state.movedTo !== undefined) return [];
  const counted = [...state.proposals.values()].filter(({ outcome }) => outcome !== undefined);
  if (counted.length < OF_THE_LAST) return [];
  const asked = [...state.proposals.values()].filter((proposal) => isCallForHelp(state, proposal));
  if (asked.some(isOpen) || Object.keys(easier(state.charter.parameters)).length === 0) return [];
  const since = asked.reduce((last, { submittedAt }) => later(last, submittedAt), new Date(0));
  const ended = counted
    .filter((proposal) => !isCallForHelp(state, proposal))
    .map(({ votingEndedAt = since, outcome }) => ({ at: votingEndedAt, lapsed: outcome?.tally.result === 'lapsed' }))
    .filter(({ at }) => at > since)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, OF_THE_LAST);
  const [latest] = ended;
  const tired = ended.length === OF_THE_LAST && ended.filter(({ lapsed }) => lapsed).length >= LAPSED;
  return tired && latest !== undefined ? [{ step: 'call-for-help', at: latest.at }] : [];
}

/**
 * Too few vote: the charter asks the members whether voting shall be made easier, and never by asking for fewer votes.
 *
 * governance.md §3.9 wants “a proposal to delegate the topic, never a lower quorum”. Nobody can be made somebody's
 * delegate by a vote of others, and a topic has no holder to whom it could go. What the community as a whole can do for
 * delegation is to let more of it happen: members may each vote for two more of those who delegate to them, and there
 * are seven days more to vote. That is a change of the charter, so it goes the charter's own way and takes the
 * charter's quorum and its two thirds; nothing of it applies by itself.
 */
export function callForHelp({ state, now }: Transition): Result<EventOf<'vote-called'>, 'not-due'> {
  const [due] = comingCallForHelp(state);
  if (due === undefined || now < due.at) return notDue('the call for help');
  const change = { kind: 'amend-charter', parameters: easier(state.charter.parameters) } as const;
  const matter = matterOf(change);
  const { discussionDays } = durationsFor(matter, state.charter.parameters);
  return accepted({
    kind: 'vote-called',
    proposal: proposalId(state.proposals.size + 1),
    title: inEnglish(EASIER_TITLE),
    reasons: `${LAPSED} of the last ${OF_THE_LAST} votes lapsed, because too few voted. Whoever has no time for everything can let somebody she trusts vote for her, for a while, and still vote herself where she likes. This asks whether one member may vote for more others, and whether there is more time to vote. How many must take part stays as it is.`,
    change,
    matter,
    until: addDays(now, discussionDays),
  });
}

/** What would be changed; without what the charter's bounds do not allow to grow any more. */
export function easier({ votingDays, delegationsPerDelegate }: CharterParameters): Partial<CharterParameters> {
  const [, mostDays] = CHARTER_BOUNDS.votingDays;
  const [, mostDelegations] = CHARTER_BOUNDS.delegationsPerDelegate;
  const days = Math.min(mostDays, votingDays + MORE_DAYS);
  const delegations = Math.min(mostDelegations, delegationsPerDelegate + MORE_DELEGATIONS);
  return {
    ...(days > votingDays ? { votingDays: days } : {}),
    ...(delegations > delegationsPerDelegate ? { delegationsPerDelegate: delegations } : {}),
  };
}

/** A change of the charter that nobody in particular proposed is one of these. */
const isCallForHelp = ({ community }: CommunityState, { by, change }: Proposal): boolean =>
  by === community && change.kind === 'amend-charter';
