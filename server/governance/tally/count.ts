import type { Organisation, PersonIri } from '../../community/ids.ts';
import type { Pinned, Roll } from '../proposal.ts';
import { CHOICES, type Tally } from './tally.ts';
import { tallyYesNo } from './yes-no.ts';

/** A ballot as far as counting it goes. Of a secret one nobody knows the voter. */
export interface CountedBallot {
  readonly voter?: PersonIri;
  /** As `readChoice` writes it. */
  readonly choice: string;
}

/**
 * What somebody's choice means under the method that was pinned, in the one way in which it is written; `null` for
 * what cannot be counted. Ranked: options in order, `>` between better and worse, `=` between equals; those not named
 * come last together. `abstain` is a choice under every method.
 */
export function readChoice({ method }: Pick<Pinned, 'method' | 'options'>, text: string): string | null {
  if (method !== 'yes-no') return null;
  return CHOICES.some((known) => known === text) ? text : null;
}

/** Counts a vote by the method that was pinned. The order of the ballots does not matter (P2). */
export function countVote({
  pinned,
  roll,
  ballots,
}: {
  readonly pinned: Pinned;
  readonly roll: Roll;
  readonly ballots: readonly CountedBallot[];
}): Tally {
  const { matter, quorum } = pinned;
  if (ballots.every(({ voter }) => voter !== undefined)) {
    return tallyYesNo({ ballots: ballots as Parameters<typeof tallyYesNo>[0]['ballots'], roll, matter, quorum });
  }
  // Of a secret ballot nobody knows the voter, nor her organisation: each is another one's.
  const nobody = ballots.map(({ choice }, at) => ({
    voter: `${at}` as PersonIri,
    choice,
    castAt: new Date(0),
    leaf: '',
  }));
  const entries = nobody.map(({ voter }) => ({ member: voter, organisation: '' as Organisation, active: true }));
  const unnamed = nobody as unknown as Parameters<typeof tallyYesNo>[0]['ballots'];
  return tallyYesNo({ ballots: unnamed, roll: { ...roll, entries }, matter, quorum });
}
