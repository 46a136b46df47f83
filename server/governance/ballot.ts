import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';
import type { Choice } from './tally/tally.ts';

/** One member's vote on one proposal; open matters only. It is cast once and counts as cast. */
export interface Ballot {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly organisation: Organisation;
  readonly choice: Choice;
  /** When this server received it: the only time that counts (VOT-04). */
  readonly castAt: Date;
  /** How it came: the web page here, or a vote from the voter's own server. */
  readonly via: 'web' | 'federation';
  /** Random, so that the receipt cannot be guessed from the choice. Hexadecimal, 32 characters. */
  readonly nonce: string;
  /** SHA-256 over the canonical form of all the above: the receipt, and the leaf on the board. */
  readonly leaf: Digest;
}

/**
 * The board of a closed vote: every ballot's leaf in ascending order, written once and never changed. Its Merkle
 * root and its length stand in the record, so a ballot changed, added or lost afterwards shows.
 */
export interface Board {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly leaves: readonly Digest[];
  readonly root: Digest;
}
