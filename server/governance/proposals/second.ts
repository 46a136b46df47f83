import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addDays } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { Proposal } from '../proposal.ts';
import { hasTenure, organisationsOf } from '../roll.ts';
import type { CommunityState, Member } from '../state.ts';
import { tooNew } from '../tenure.ts';
import { durationsFor, procedureOf } from './procedure.ts';

export type SecondRefusal =
  | 'no-such-proposal'
  | 'not-seconding'
  | 'not-a-member'
  | 'too-new'
  | 'own-proposal'
  | 'already-seconded';

/** A member wants a proposal to be discussed and voted on. The second that was still missing opens the discussion. */
export function secondProposal({
  state,
  proposal: id,
  by,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly now: Date;
}): Result<EventOf<'proposal-seconded'>, SecondRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  if (proposal.phase.state !== 'seconding' || now >= proposal.phase.until) {
    return refused('not-seconding', said`${id} is not looking for seconds any more.`);
  }
  const member = memberOf(state, by);
  if (member === null) return refused('not-a-member', 'Only members second a proposal. Join the community first.');
  if (proposal.by === by) return refused('own-proposal', 'This is your own proposal; others have to second it.');
  if (!hasTenure(state, member, now)) return refused('too-new', tooNew(state, member, 'second'));
  if (proposal.seconds.some((second) => second.by === by)) {
    return refused('already-seconded', 'You have seconded this already.');
  }
  const { discussionDays } = durationsFor(proposal.matter, procedureOf(state, proposal));
  return accepted({
    kind: 'proposal-seconded',
    proposal: id,
    by,
    organisation: member.organisation,
    ...(isEnough(proposal, member) ? { discussionUntil: addDays(now, discussionDays) } : {}),
  });
}

/** Whether a member's second is the one that was missing: enough people, from enough organisations. */
function isEnough({ seconds, secondsNeeded, organisationsNeeded }: Proposal, member: Member): boolean {
  const all = [...seconds, member];
  return all.length >= secondsNeeded && organisationsOf(all) >= organisationsNeeded;
}
