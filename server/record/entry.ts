import type { CommunityIri, Digest } from '../community/ids.ts';
import type { GovernanceEvent } from '../governance/events.ts';

/**
 * One entry of a community's record. The chain runs over the head, not over the event itself: the head carries a
 * salted commitment to the event, so that an erasure one day leaves the chain whole.
 */
export interface Entry {
  readonly head: EntryHead;
  /** SHA-256 of the canonical head: the entry's name, and the next entry's `prev`. */
  readonly hash: Digest;
  readonly event: GovernanceEvent;
  /** 32 hexadecimal characters, random. */
  readonly salt: string;
}

export interface EntryHead {
  readonly community: CommunityIri;
  /** 1 for the founding, then without a gap. */
  readonly seq: number;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly prev: Digest;
  /** The community's time when it was written; never earlier than the entry before. */
  readonly at: Date;
  readonly kind: GovernanceEvent['kind'];
  /** SHA-256 of the canonical `{salt, event}`. */
  readonly commitment: Digest;
}
