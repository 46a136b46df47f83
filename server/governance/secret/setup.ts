import type { PersonIri } from '../../community/ids.ts';
import type { Pinned } from '../proposal.ts';

/** What a secret vote rests on; pinned with its text, so that nobody can change it while people vote. */
export interface SecretSetup {
  /** The key that signs ballot papers blindly: RSA, SPKI in base64 (RFC 9474). For this vote alone. */
  readonly issuer: string;
  /** Those to whom ballots are sealed, each with her key for this vote; `machine` where there are no tellers yet. */
  readonly tellers: readonly { readonly teller: PersonIri | 'machine'; readonly key: string }[];
  /** So many of them together open the ballots. */
  readonly threshold: number;
}

const BLOCK = 128;

/**
 * Bytes to which every choice of a vote is filled up: room for all options in any order, and for `abstain`. The same
 * for every ballot of the vote.
 */
export function choiceLength({ options = [] }: Pick<Pinned, 'options'>): number {
  const longest = options.reduce((length, { id }) => length + id.length + 1, 'abstain'.length + 2);
  return Math.ceil(longest / BLOCK) * BLOCK;
}
