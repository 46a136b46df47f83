import type { PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';

/** How many like a post, have passed it on, have answered it, and quote it by leave, so that everybody may see it. */
export interface PostCounts {
  readonly likes: number;
  readonly shares: number;
  readonly replies: number;
  readonly quotes: number;
}

/**
 * How often something was done to posts. It stands in the post itself, counted from what was done, and what is under
 * way is told there before it is done: so a count is never taken for right that may be wrong.
 */
export interface PostCounting {
  /** Of each of some posts, as it was when the post was read; counted now where its own count may be wrong. */
  of(posts: readonly Post[]): Promise<(post: Post) => PostCounts>;
  /** Counts some of those posts anew whose count may be wrong; how many there were. */
  countAnew(): Promise<number>;
}

/** Where what was done to a post is written. */
export interface CountedWrites {
  /** Writes something that changes how often something was done to some posts. */
  around<Answer>(posts: readonly PostIri[], write: () => Promise<Answer>): Promise<Answer>;
}
