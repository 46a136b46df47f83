import type { CommunityIri } from '../../community/ids.ts';
import type { Frontier } from '../../record/frontier.ts';
import type { TreeHead } from '../../record/merkle.ts';

/** What the record keeps about itself, about the machine, and about the records that its community looks after. */
export interface HouseState {
  /** The Merkle tree over the entries so far, as far as it takes to go on (RFC 9162 §2.1): one leaf an entry. */
  readonly tree: Frontier;
  readonly refusedAttempts: number;
  /** Communities whose record did not agree with itself, and what was seen of it last. */
  readonly inconsistencies: ReadonlyMap<CommunityIri, { readonly at: Date; readonly shown: TreeHead }>;
}

export const NO_HOUSE: HouseState = { tree: [], refusedAttempts: 0, inconsistencies: new Map() };
