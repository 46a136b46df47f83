import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';

/** One member's vote on one proposal; open matters only. What is cast stays; to change it she casts another. */
export interface Ballot {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly organisation: Organisation;
  /** As `readChoice` writes it. */
  readonly choice: string;
  /** When this server received it: the only time that counts (VOT-04). */
  readonly castAt: Date;
  /** How it came: the web page here, or a vote from the voter's own server. */
  readonly via: 'web' | 'federation';
  /**
   * 1 for her first ballot on this, 2 when she changed it, and so on: the last one counts (VOT-06), those before stay.
   * Ballots from before this could be done have none, and were their voters' first.
   */
  readonly turn?: number;
  /** Random, so that the receipt cannot be guessed from the choice. Hexadecimal, 32 characters. */
  readonly nonce: string;
  /** SHA-256 over the canonical form of all the above: the receipt, and the leaf on the board. */
  readonly leaf: Digest;
}

/**
 * The board of a closed vote: the leaf of every voter's last ballot in ascending order, written once and never changed. Its Merkle
 * root and its length stand in the record, so a ballot changed, added or lost afterwards shows.
 */
export interface Board {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly leaves: readonly Digest[];
  readonly root: Digest;
}
