import { digest } from '../../community/ids.ts';
import type { Board } from '../../governance/ballot.ts';
import type { OfVote } from '../../ports/secret-ballots.ts';
import { merkleRoot } from '../../record/merkle.ts';
import type { House } from '../house.ts';

/**
 * The board of a secret vote that has ended: the last ballot of each paper saved by now, in the order of their leaves,
 * written once. Called only after `voting-ended` stands in the record; the first one's board stays.
 */
export async function closeBoard(
  { boards, secretBallots }: Pick<House, 'boards' | 'secretBallots'>,
  vote: OfVote,
): Promise<Board> {
  const before = await boards.board(vote.community, vote.proposal);
  if (before !== null) return before;
  const leaves = (await secretBallots.last(vote)).map(({ leaf }) => digest(leaf));
  return boards.keepBoard({ ...vote, leaves, root: merkleRoot(leaves) });
}
