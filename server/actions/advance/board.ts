import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import type { Board } from '../../governance/ballot.ts';
import { makeBoard } from '../../governance/ballots.ts';
import type { House } from '../house.ts';

/**
 * The board of a vote that has ended: every ballot saved by now, written once. Called only after `voting-ended` stands
 * in the record, by the count or by somebody whose ballot came in at that moment; the first one's board stays.
 */
export async function countBallots(
  house: Pick<House, 'ballots' | 'boards'>,
  community: CommunityIri,
  proposal: ProposalId,
): Promise<Board> {
  const before = await house.boards.board(community, proposal);
  if (before !== null) return before;
  const ballots = await house.ballots.of(community, proposal);
  return house.boards.keepBoard(makeBoard({ community, proposal, ballots }));
}
