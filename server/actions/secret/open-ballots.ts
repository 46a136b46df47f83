import type { Pinned } from '../../governance/proposal.ts';
import { contextOf, leafOf } from '../../governance/secret/crypto/ballots.ts';
import { open } from '../../governance/secret/crypto/sealing.ts';
import { choiceLength } from '../../governance/secret/setup.ts';
import type { SecretVote } from '../../governance/secret/state.ts';
import type { KeptBallot, OfVote } from '../../ports/secret-ballots.ts';

/**
 * What some ballots of a vote say, each opened with the keys that stand in the record, in the order of the ballots;
 * `null` for a spoiled one. A ballot that was changed behind the program's back counts as spoiled; that it was, shows
 * against the board.
 *
 * @param keys private halves by teller
 */
export async function openBallots(
  vote: OfVote,
  pinned: Pinned,
  ballots: readonly KeptBallot[],
  keys: ReadonlyMap<string, string>,
): Promise<readonly (string | null)[]> {
  const { tellers = [], threshold = 1 } = pinned.secret ?? {};
  const places = new Map(
    tellers.flatMap(({ teller }, place) => {
      const key = keys.get(teller);
      return key === undefined ? [] : [[place, key] as const];
    }),
  );
  const length = choiceLength(pinned);
  const opened: (string | null)[] = [];
  for (const ballot of ballots) {
    const context = contextOf(vote, ballot.token);
    const to = { tellers: tellers.map(({ key }) => key), threshold, context, length };
    const isWhole = (await leafOf(vote, ballot)) === ballot.leaf;
    opened.push(isWhole ? await open(ballot.sealed, to, places) : null);
  }
  return opened;
}

/** The keys that count: those opened in the record, as it shows them or, where it does not, as they are kept. */
export function keysThatCount(
  { opened }: Pick<SecretVote, 'opened'>,
  kept: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    opened.flatMap(({ teller, key = kept.get(teller) }) => (key === undefined ? [] : [[teller, key] as const])),
  );
}
