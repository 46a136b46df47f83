import type { CommunityIri, Digest } from '../community/ids.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { ErasableText } from './erasable.ts';

/**
 * One entry of a community's record. The chain runs over the head, not over the event itself: the head carries a
 * salted commitment to the event, and the event one to each text that can be erased, so that an erasure leaves the
 * chain whole.
 */
export interface Entry {
  readonly head: EntryHead;
  /** SHA-256 of the canonical head: the entry's name, and the next entry's `prev`. */
  readonly hash: Digest;
  readonly event: GovernanceEvent;
  /**
   * The canonical text that was committed to, and is stored: the event, with a salted hash in the place of each text
   * that can be erased. Entries from before that was possible have the texts themselves in it.
   */
  readonly text: string;
  /** Those texts, as long as they are there. */
  readonly texts?: readonly ErasableText[];
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
  /** SHA-256 of the canonical `{event, salt}`, the event as in `text`. */
  readonly commitment: Digest;
}
