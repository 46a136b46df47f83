import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Place } from '../community/search/query.ts';
import type { Unwanted } from '../community/unwanted.ts';

/** What is looked for, with authors and times as the database knows them. */
export interface Sought {
  /** A post has all of them (`searchKeysOf`). */
  readonly keys: readonly number[];
  /** One of hers, where it is said whose. */
  readonly author?: ActorIri;
  readonly notAuthors: readonly ActorIri[];
  /** By when it was received: then or later; earlier; then or earlier. */
  readonly notBefore?: Date;
  readonly before?: Date;
  readonly notAfter?: Date;
  readonly place: Place;
  /** Posts that the reader has kept or likes: those she may find whoever wrote them. */
  readonly kept: readonly PostIri[];
}

/**
 * Finds posts by what is in them, for one reader: her own; those addressed to her; those of communities whose posts
 * she may read; those she has kept. Of anybody else's nothing is found, whoever might come across it elsewhere: a post
 * into a community is for that community, any other is for those who have to do with its author.
 */
export interface PostSearch {
  /**
   * Newest first, those of one moment in any order, those that may fit: keys are shared by different words, so each has to be looked at. The five
   * thousand newest posts that have the rarest key are gone through, so that it costs the same however many there are.
   */
  find(sought: Sought, reader: PersonIri, unwanted?: Unwanted): AsyncIterable<Post>;
  /** Makes some of the posts that came lately ready to be found; how many there were. May be done twice, by anybody. */
  takeIn(): Promise<number>;
}
