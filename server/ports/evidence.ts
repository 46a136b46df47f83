import type { ActorIri, CommunityIri, Digest, PostIri } from '../community/ids.ts';

/** What somebody did, as it was received: kept because its hash stands in the record, and a case is judged by it. */
export interface Evidence {
  readonly hash: Digest;
  readonly community: CommunityIri;
  /** Absent: something other than a post, in the words in which it was reported. */
  readonly post?: PostIri;
  readonly author: ActorIri;
  readonly title?: string;
  /** Sanitised HTML. */
  readonly html: string;
  readonly at: Date;
}

export interface EvidenceStore {
  /** Keeping the same again changes nothing. */
  keep(evidence: Evidence): Promise<void>;
  byHash(hash: Digest): Promise<Evidence | null>;
}
