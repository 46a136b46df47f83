import type { Proposal } from '../../governance/proposal.ts';
import { checkRoll } from '../../governance/roll.ts';
import { type Bundle, checkElection } from '../../governance/secret/election.ts';
import type { CommunityState } from '../../governance/state.ts';
import { merkleRoot } from '../../record/merkle.ts';
import type { House } from '../house.ts';
import type { VerifyFault } from '../verify-record.ts';
import { electionBundle } from './bundle.ts';

/**
 * Checks one secret vote as it is kept: its roll, its board, and where its ballots may be shown, each of them and the
 * count, by the same checks as anybody's recount.
 */
export async function verifySecretVote(
  house: Pick<House, 'secretBallots' | 'boards' | 'record'>,
  state: CommunityState,
  proposal: Proposal,
): Promise<{ readonly ballots: number; readonly faults: readonly VerifyFault[] }> {
  const { id, pinned } = proposal;
  const closed = state.secretVotes.get(id)?.board;
  const [roll, board, bundle] = await Promise.all([
    house.boards.roll(state.community, id),
    house.boards.board(state.community, id),
    electionBundle(house, state, proposal, { isMember: true }),
  ]);
  const faults: VerifyFault[] = [];
  if (pinned === undefined || roll === null || !checkRoll(roll, pinned.rollRoot)) {
    faults.push({ where: `roll of ${id}`, text: `The roll of ${id} is not the one that was frozen, or is missing.` });
  }
  if (closed !== undefined && (board?.root !== closed.root || merkleRoot(board.leaves) !== closed.root)) {
    faults.push({
      where: `board of ${id}`,
      text: `The board of ${id} is not the one whose root stands in the record.`,
    });
  }
  const checks = bundle === null ? [] : await checkElection(bundle as unknown as Bundle);
  for (const { what, holds } of checks) {
    if (holds === false) faults.push({ where: `secret vote on ${id}`, text: `This does not hold for ${id}: ${what}.` });
  }
  return { ballots: bundle === null ? 0 : (closed?.ballots ?? 0), faults };
}
