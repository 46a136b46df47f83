import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Audience } from '../community/post.ts';

/**
 * Something that has just been written, told to every process of this server: whose it is and where to read it, never
 * what it says. Whoever hears it reads the thing itself, and decides anew who may see it.
 */
export type NewsItem =
  /** A post is there, for all or some of those who may see it for the first time. `to`: whom a new one names. */
  | { readonly kind: 'post'; readonly post: PostIri; readonly to?: readonly ActorIri[] }
  /** It is no longer as it was. `was`: who could see it before; absent where it was hidden. */
  | { readonly kind: 'post-changed'; readonly post: PostIri; readonly was?: Audience }
  | { readonly kind: 'post-gone'; readonly post: PostIri }
  | { readonly kind: 'poll-closed'; readonly post: PostIri; readonly at: Date }
  | Reacted<'like'>
  | Reacted<'share'>
  | { readonly kind: 'share-gone'; readonly actor: ActorIri; readonly post: PostIri; readonly at: Date }
  /** Somebody here was told something. */
  | { readonly kind: 'notice'; readonly to: ActorIri; readonly id: string; readonly at: Date }
  /** How one follows another has changed: `isNew` where she began to. */
  | {
      readonly kind: 'follow';
      readonly follower: ActorIri;
      readonly target: ActorIri;
      readonly at: Date;
      readonly isNew: boolean;
    }
  /**
   * What somebody keeps for herself: what she does not want to see, which hashtags she follows, her lists or filters, of
   * whom she wants to be told.
   */
  | { readonly kind: 'own'; readonly person: PersonIri; readonly what: 'marks' | 'lists' | 'filters' | 'policy' }
  /** Somebody's apps, or one of them, may act for her no longer. */
  | { readonly kind: 'access' };

interface Reacted<Kind extends 'like' | 'share'> {
  readonly kind: Kind;
  readonly actor: ActorIri;
  readonly post: PostIri;
  readonly activity: string;
  /** Who wrote the post, where that is somebody here. */
  readonly author?: ActorIri;
  readonly at: Date;
}

export interface NewsReader {
  /** In the order in which it was written. */
  heard(items: readonly NewsItem[]): void;
  /** What happened from here on may have been missed; nothing more is heard. */
  lost(cause: unknown): void;
}

export interface News {
  /**
   * Hears what any process of this server writes from now on, a few milliseconds later. It is for showing things early,
   * and nothing rests on it: what is told while a process dies, or the database is away, is not told again.
   *
   * @returns once nothing can be missed any more
   */
  follow(reader: NewsReader): Promise<{ stop(): Promise<void> }>;
  /** Hears what this process itself writes, as soon as it is written. */
  hearOwn(listener: (item: NewsItem) => void): void;
}
