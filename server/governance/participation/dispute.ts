import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { Ballot } from '../ballot.ts';
import type { EventOf } from '../events.ts';
import type { CommunityState } from '../state.ts';
import { disputableUntil } from './acts.ts';

export type BallotDisputeRefusal = 'no-such-proposal' | 'no-ballot' | 'too-late' | 'already-disputed';

/**
 * A member says that a ballot in her name is not hers: her own server may have sent it without her (governance.md
 * §3.7). It stands in the record; as long as the vote is open she votes anew, and then her own ballot counts.
 *
 * @param ballot her last one, under any name of hers
 */
export function disputeBallot({
  state,
  proposal: id,
  by,
  ballot,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly ballot: Pick<Ballot, 'leaf'> | null;
  readonly now: Date;
}): Result<EventOf<'ballot-disputed'>, BallotDisputeRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal?.votingOpenedAt === undefined || proposal.pinned?.secret !== undefined) {
    return refused('no-such-proposal', said`There is no open vote on ${id} here.`);
  }
  if (ballot === null) return refused('no-ballot', said`There is no ballot of yours on ${id}.`);
  const until = disputableUntil(state, proposal);
  if (now >= until) return refused('too-late', said`This could be said until ${until}.`);
  if (state.ballotDisputes.get(id)?.some(({ leaf }) => leaf === ballot.leaf)) {
    return refused('already-disputed', 'You have said so already; it stands in the open book.');
  }
  return accepted({ kind: 'ballot-disputed', proposal: id, by, leaf: ballot.leaf });
}
