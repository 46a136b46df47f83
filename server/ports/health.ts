import type { Counted } from '../community/health/activity.ts';
import type { Month } from '../community/health/month.ts';
import type { Release } from '../community/health/release.ts';
import type { ActorIri, CommunityIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';

/** What the network's health is told from, and what was told of each month. */
export interface NetworkHealth {
  /**
   * Posts of a community that all who are to be told of it may see, from a time on and before another, oldest first.
   * Whoever may see them: everybody, or, in one for members only, its members. Never what is for some of them.
   */
  posts(
    community: CommunityIri,
    how: { readonly from: Date; readonly before: Date; readonly membersOnly: boolean },
  ): Promise<readonly Counted[]>;
  /** What opened the sticky problems of a community before a time, the newest first; a thousand at most. */
  problems(
    community: CommunityIri,
    how: { readonly before: Date; readonly membersOnly: boolean },
  ): Promise<readonly Post[]>;
  /** Who wrote some posts; those not known are missing. */
  authorsOf(posts: readonly PostIri[]): Promise<ReadonlyMap<PostIri, ActorIri>>;
  /** What is told of a month, once: what is kept first stays, whoever tells it again. */
  keep(release: Release): Promise<void>;
  /** The last ones, oldest first. */
  last(count: number): Promise<readonly Release[]>;
  /** The last month that is told of. */
  lastMonth(): Promise<Month | null>;
}
