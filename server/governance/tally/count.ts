import type { OptionId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { hashOf } from '../../record/canonical.ts';
import type { Pinned, Roll } from '../proposal.ts';
import { orderReader, readRanking, writeRanking } from './ranking.ts';
import { tallySchulze } from './schulze.ts';
import { tallyStv } from './stv.ts';
import { CHOICES, type Tally } from './tally.ts';
import { type CountedBallot, type Delegated, together, type Votes, votesOf } from './votes.ts';
import { tallyYesNo } from './yes-no.ts';

export type { CountedBallot, Delegated } from './votes.ts';

/**
 * What somebody's choice means under the method that was pinned, in the one way in which it is written; `null` for
 * what cannot be counted. `abstain` is a choice under every method. Ranked: options in order, `>` between better and
 * worse, `=` between equals.
 *
 * Between texts (`schulze`) those not named come last together, and are named last in what is returned. Between
 * people (`stv`) nobody is equal to another, and who is not named gets nothing of the vote.
 */
export function readChoice(pinned: Pick<Pinned, 'method' | 'options'>, text: string): string | null {
  return choiceReader(pinned)(text);
}

/** The same for reading many. */
function choiceReader({ method, options = [] }: Pick<Pinned, 'method' | 'options'>): (text: string) => string | null {
  if (method === 'yes-no') return (text) => (CHOICES.some((known) => known === text) ? text : null);
  const ids = options.map(({ id }) => id);
  const isOrder = orderReader(ids);
  return (text) => {
    if (text === 'abstain') return text;
    // Nearly everybody puts them in a plain order, which is written already as it is to be written.
    const named = isOrder(text);
    if (named > 0 && (method === 'stv' || named === ids.length)) return text;
    return readPlaces(method, ids, text);
  };
}

function readPlaces(method: 'schulze' | 'stv', ids: readonly OptionId[], text: string): string | null {
  const places = readRanking(ids, text);
  if (places === null) return null;
  if (method === 'stv') return places.some((place) => place.length > 1) ? null : writeRanking(ids, places);
  const named = new Set(places.flat());
  const last = ids.filter((id) => !named.has(id));
  return writeRanking(ids, last.length === 0 ? places : [...places, last]);
}

/**
 * Counts a vote by the method that was pinned: the one place through which everybody counts, whoever verifies
 * included. The order of the ballots does not matter (P2).
 *
 * @param delegations that stood when the vote ended (`Proposal.delegations`)
 * @param seed by which ties between nominees are drawn; by default what was cast, on the roll on which it was cast:
 *   everybody can repeat it, and nobody knows it before the last vote
 */
export function countVote({
  pinned,
  roll,
  ballots,
  delegations = [],
  seed,
}: {
  readonly pinned: Pinned;
  readonly roll: Roll;
  readonly ballots: readonly CountedBallot[];
  readonly delegations?: readonly Delegated[] | undefined;
  readonly seed?: string | undefined;
}): Tally {
  const { method, matter, quorum } = pinned;
  const votes = votesOf({ ballots, roll, delegations, read: choiceReader(pinned) });
  const options = (pinned.options ?? []).map(({ id }) => id);
  switch (method) {
    case 'yes-no':
      return tallyYesNo({ votes, roll, matter, quorum });
    case 'schulze':
      return tallySchulze({ votes, options, roll, matter, quorum });
    case 'stv':
      return tallyStv({ votes, options, seats: pinned.seats ?? 1, quorum, seed: () => seed ?? seedOf(pinned, votes) });
    default:
      return never(method);
  }
}

function seedOf({ rollRoot }: Pinned, votes: Votes): string {
  return hashOf({ rollRoot, cast: [...together(votes)].sort(([a], [b]) => (a < b ? -1 : 1)) });
}
