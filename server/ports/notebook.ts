import type { PersonIri } from '../community/ids.ts';
import type { Collection } from '../community/notebook/collection.ts';
import type { FeedItem, FollowedFeed, ReadFeed } from '../community/notebook/feed.ts';
import type { Note } from '../community/notebook/note.ts';
import type { Sentence } from '../community/said.ts';
import type { Keepsakes } from './keepsakes.ts';

export type Notes = Keepsakes<Note>;

/** Which feeds somebody follows, all in one, sealed. */
export type FollowedFeeds = Keepsakes<{ readonly feeds: readonly FollowedFeed[] }>;

/** A feed as it is kept for all who follow it. */
export interface KeptFeed {
  /** A keyed hash of its address. */
  readonly id: string;
  readonly url: string;
  /** What it calls itself; empty until it was read. */
  readonly title: string;
  readonly site?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** How often in a row it could not be read. */
  readonly failures: number;
  /** Why not, in a sentence for people. */
  readonly why?: Sentence;
  /** It is not asked again: its server says that it is gone for good. */
  readonly gone?: true;
}

/** What became of looking at a feed. */
export type Looked = {
  readonly nextAt: Date;
  readonly etag?: string;
  readonly lastModified?: string;
} & (
  | { readonly state: 'read'; readonly feed: ReadFeed }
  | { readonly state: 'unchanged' }
  | { readonly state: 'failed'; readonly why: Sentence; readonly gone: boolean }
);

/** An item of a feed, with the feed that it stands in. */
export interface KeptItem extends FeedItem {
  readonly id: string;
  readonly feed: string;
}

/**
 * Feeds and what stands in them, once for all who follow them. Nothing here says who does: that somebody follows a
 * feed is a keyed hash of her and of it, which whoever has the database alone can read neither from.
 */
export interface Feeds {
  /** The number by which a feed is kept. */
  idOf(url: string): string;
  /** From now on somebody follows it; one that was not known is looked at soon. */
  follow(person: PersonIri, url: string): Promise<void>;
  /** What nobody follows any more is forgotten, with what stood in it. */
  unfollow(person: PersonIri, url: string): Promise<void>;
  /** Those of some addresses that are known. */
  known(urls: readonly string[]): Promise<readonly KeptFeed[]>;
  /** A feed that is due, nobody else's to look at until another time. */
  claim(now: Date, until: Date): Promise<KeptFeed | null>;
  /** Writes down what came of it; of its items the newest stay. What nobody follows any more is left alone. */
  looked(id: string, looked: Looked): Promise<void>;
  /** What stands in some feeds, newest first, from before a time. */
  items(
    feeds: readonly string[],
    page: { readonly before?: Date; readonly limit: number },
  ): Promise<readonly KeptItem[]>;
  item(id: string): Promise<KeptItem | null>;
}

/** A collection with what is known of it beside what it holds. */
export interface KeptCollection {
  readonly id: string;
  readonly person: PersonIri;
  readonly at: Date;
  /** How often it was changed. */
  readonly revision: number;
  readonly content: Collection;
  /** Since when others can read it; absent: nobody but its owner, and it is kept sealed. */
  readonly published?: { readonly at: Date; readonly updatedAt: Date };
}

export interface Collections {
  /** All of hers, the newest first. */
  of(person: PersonIri): Promise<readonly KeptCollection[]>;
  get(person: PersonIri, id: string): Promise<KeptCollection | null>;
  /** One that others can read. */
  published(id: string): Promise<KeptCollection | null>;
  /** Those of hers that others can read, the newest first. */
  publishedBy(person: PersonIri): Promise<readonly KeptCollection[]>;
  add(collection: Pick<KeptCollection, 'id' | 'person' | 'at' | 'content'>): Promise<void>;
  /**
   * Puts another one in its place, published or sealed as it says; `false` when it was changed or taken away in
   * between.
   */
  change(before: KeptCollection, after: Pick<KeptCollection, 'content' | 'published'>): Promise<boolean>;
  /** Whether it was there. */
  remove(person: PersonIri, id: string): Promise<boolean>;
  forget(person: PersonIri): Promise<void>;
}

/** That somebody wants to be told when the time comes to look back at a note: kept sealed, whose and which. */
export interface LookBackNotice {
  readonly person: PersonIri;
  readonly note: string;
  readonly at: Date;
}

export interface LookBackNotices {
  /** In the place of what was asked for of the same note. */
  put(notice: LookBackNotice): Promise<void>;
  remove(person: PersonIri, notes: readonly string[]): Promise<void>;
  due(now: Date, limit: number): Promise<readonly LookBackNotice[]>;
}
