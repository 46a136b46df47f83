import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { NotificationPolicy } from '../community/notification-policy.ts';
import type { Post } from '../community/post.ts';
import type { Stance } from './gestures.ts';
import type { Filters, OwnLists } from './keepsakes.ts';
import type { Mark } from './marks.ts';
import type { NotificationMarks } from './notification-marks.ts';

/** What somebody has done to a post, or keeps of it. */
export interface Towards {
  readonly stance?: Stance;
  readonly shared: boolean;
  readonly bookmarked: boolean;
  readonly pinned: boolean;
}

/** What the lists that somebody reads rest on. */
export interface Reader {
  /** Communities she belongs to, and people she follows; oldest first, those that have said yes. */
  readonly communities: readonly CommunityIri[];
  readonly people: readonly PersonIri[];
  /** Where she may be a member: the same communities, and any of which nothing is known here but that. */
  readonly memberships: readonly CommunityIri[];
  /** Marks that shape what she is shown: mutes, blocks, servers, hashtags, threads. */
  readonly marks: readonly Mark[];
  readonly filters: Awaited<ReturnType<Filters['of']>>;
  readonly ownLists: Awaited<ReturnType<OwnLists['of']>>;
  /** How she wants to be told, and what of it she has put away: read when it is first asked. */
  telling(): Promise<{
    readonly policy: NotificationPolicy;
    readonly putAway: Awaited<ReturnType<NotificationMarks['of']>>;
  }>;
  /** What is between her and each of some posts, looked up at once. */
  towards(posts: readonly Pick<Post, 'iri'>[]): Promise<(post: PostIri) => Towards>;
}

/**
 * People of this server as readers. What is said of them is kept at hand, as long as nothing of it is written: a write
 * of this process ends it at once, another's a second later at most. So it is for showing them their own view of things,
 * and never for what somebody may see or do: that is read where it is asked.
 */
export interface Readers {
  of(person: PersonIri): Promise<Reader>;
  /** Somebody has heard that another process wrote something: it is read anew the next time. */
  lookAgain(person: ActorIri): void;
}
