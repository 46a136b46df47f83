import type { ActorIri, PostIri } from '../community/ids.ts';

/**
 * How one post is related to another: its author tried what the other says (`tried`); what somebody did at work with
 * what a learning session taught (`worked`, `did-not-work`); it puts the other right (`corrects`); the other comes in
 * its place (`superseded-by`); what was said in it is said in the other's thread now (`moved-to`).
 */
export const RELATION_KINDS = ['tried', 'worked', 'did-not-work', 'corrects', 'superseded-by', 'moved-to'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** That one post is related to another: once per pair and kind. Whoever may not see both is shown neither. */
export interface Relation {
  readonly from: PostIri;
  readonly to: PostIri;
  readonly kind: RelationKind;
  /** Who said so. */
  readonly by: ActorIri;
  readonly at: Date;
}

/** Relations between posts, oldest first. */
export interface Relations {
  /** `known` when it was said before; then the first one stays. */
  add(relation: Relation): Promise<'added' | 'known'>;
  remove(relation: Pick<Relation, 'from' | 'to' | 'kind'>): Promise<void>;
  /** Those that start at one of some posts; of these kinds, else of all. */
  from(posts: readonly PostIri[], kinds?: readonly RelationKind[]): Promise<readonly Relation[]>;
  /** Those that lead to one of some posts; of these kinds, else of all. */
  to(posts: readonly PostIri[], kinds?: readonly RelationKind[]): Promise<readonly Relation[]>;
}
