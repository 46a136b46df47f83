import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { EventOf } from '../events.ts';
import type { CommunityState } from '../state.ts';

/** Who proposed takes it back. From the freezing of its text on, it belongs to those who vote. */
export function withdrawProposal({
  state,
  proposal: id,
  by,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly now: Date;
}): Result<EventOf<'proposal-withdrawn'>, 'no-such-proposal' | 'not-the-proposer' | 'too-late'> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  if (proposal.by !== by) return refused('not-the-proposer', 'Only who made a proposal can withdraw it.');
  const { state: phase } = proposal.phase;
  if (phase !== 'seconding' && phase !== 'discussion') {
    return refused('too-late', said`The text of ${id} is frozen or decided on; it can no longer be withdrawn.`);
  }
  return accepted({ kind: 'proposal-withdrawn', proposal: id, by });
}
