import type { OptionId } from '../../../../server/community/ids.ts';
import type { Matter } from '../../../../server/governance/proposal.ts';
import { type CountedBallot, countVote } from '../../../../server/governance/tally/count.ts';
import type { SchulzeTally } from '../../../../server/governance/tally/schulze.ts';
import type { StvTally } from '../../../../server/governance/tally/stv.ts';
import { pinnedFor, rollOf } from './elections.ts';

/** So many ballots alike; so many of each. */
export const repeated = (times: number, choice: string): CountedBallot[] =>
  Array.from({ length: times }, () => ({ choice }));
export const all = (piles: Readonly<Record<string, number>>): CountedBallot[] =>
  Object.entries(piles).flatMap(([choice, times]) => repeated(times, choice));

/** Counts them by Schulze’s method, on a roll of nobody. */
export function schulze(
  options: readonly OptionId[],
  ballots: readonly CountedBallot[],
  { quorum = 1, matter = 'ordinary' as Matter, roll = rollOf(0) } = {},
): SchulzeTally {
  return countVote({ pinned: pinnedFor(options, { quorum, matter }), roll, ballots }) as SchulzeTally;
}

/** Counts them by Meek’s method. */
export function stv(
  options: readonly OptionId[],
  seats: number,
  ballots: readonly CountedBallot[],
  { quorum = 1, seed }: { quorum?: number; seed?: string } = {},
): StvTally {
  const pinned = pinnedFor(options, { method: 'stv', matter: 'seats', seats, quorum });
  return countVote({ pinned, roll: rollOf(0), ballots, seed }) as StvTally;
}
