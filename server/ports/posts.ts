import type { ActivityIri, ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Listed } from '../community/listing.ts';
import type { Audience, Edition, Poll, Post, PostDetails, Standing } from '../community/post.ts';
import type { QuoteApproval, QuotePolicy } from '../community/quote.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { PostPlace } from '../governance/rules/state.ts';

/** What must still happen because of a post, in this order. */
export type PostEffect =
  /** Write what rules did to it into the community's record. */
  | 'record-restrictions'
  /** Its pictures stay as long as it has them; those it no longer has are deleted. */
  | 'tidy-files'
  /** How it is related to what it answers, by its hashtags. */
  | 'relate'
  /** What it links to is, or is no longer, from the work of a learning session. */
  | 'from-the-work'
  /** The community passes it on to its followers. */
  | 'announce'
  /** What it quotes is quoted by leave: given here, or asked for where its author is. */
  | 'quote'
  /** The author's own server sends it out. */
  | 'deliver'
  | 'deliver-update'
  | 'deliver-delete'
  | 'announce-update'
  | 'announce-delete';

export interface Posts {
  byIri(iri: PostIri): Promise<Post | null>;
  /** By the short key of its page address (`postKey`). */
  byKey(key: string): Promise<Post | null>;
  /** By the number that client apps know it by (`postNumber`). */
  byNumber(number: string): Promise<Post | null>;
  /** Saves a new post and what follows from it in one write; `known` when it was already there (nothing changes). */
  add(post: Post, pending: readonly PostEffect[]): Promise<'added' | 'known'>;
  /**
   * Replaces what an edit may change, if the post has not been deleted. One with an `updatedAt` changes nothing where
   * a later edition is kept.
   *
   * @returns the post as it was before; `null` where nothing was changed
   * @param how `keepEarlier`: as it was until now is kept in the same write, if others could see it (`editions`)
   */
  edit(
    iri: PostIri,
    change: PostEdit,
    pending: readonly PostEffect[],
    how?: { readonly keepEarlier: boolean },
  ): Promise<Post | null>;
  /** As it was before it was changed, oldest first; without the edition that stands. */
  editions(iri: PostIri): Promise<readonly Edition[]>;
  /** A post that quotes something that has not been looked up since a time; nobody else's to look up until another. */
  claimQuoteCheck(now: Date, until: Date): Promise<Post | null>;
  /** It has been looked up; a claim that is over changes nothing. */
  quoteChecked(iri: PostIri, found: { readonly claim: Date; readonly approval?: QuoteApproval }): Promise<void>;
  /** The quoted author says no after all, by taking her stamp back. */
  takeStampBack(stamp: string, by: ActorIri): Promise<void>;
  /** Leaves a tombstone: text, title, poll and earlier editions are gone, the id and its times stay. */
  bury(iri: PostIri, at: Date, pending: readonly PostEffect[]): Promise<void>;
  /** Ends a hold: visible, and passed on. */
  release(iri: PostIri, pending: readonly PostEffect[]): Promise<void>;
  /** Closes a post for answers since then, or opens it again; locked already, it stays so. */
  lock(iri: PostIri, at: Date | null): Promise<void>;
  /** A community elsewhere shows it first since then, or no longer. */
  pin(iri: PostIri, at: Date | null): Promise<void>;
  /**
   * A reply, and everything in its thread that answers it, stands in a thread of its own from now on, under a title.
   * Done twice, it is done once.
   */
  partThread(from: PostIri, first: PostIri, title: string): Promise<void>;
  /** Everything in a thread stands in another one from now on. */
  joinThread(from: PostIri, into: PostIri): Promise<void>;
  /** Puts back what a community elsewhere took out: visible, if it was removed by that community. */
  restore(iri: PostIri, removedBy: CommunityIri): Promise<void>;
}

export interface PostEdit {
  readonly html?: string;
  /** Empty: it has none any more. */
  readonly title?: string;
  readonly source?: string;
  readonly editedAt?: Date;
  readonly updatedAt?: Date;
  readonly poll?: Poll;
  /** All of them anew. */
  readonly details?: PostDetails;
  readonly standing?: Standing;
  /** The community it belongs to after all. */
  readonly community?: CommunityIri;
  readonly audience?: Audience;
  /** For more readers than before: whom it names, and the `Create` that brings it to them. */
  readonly to?: readonly ActorIri[];
  readonly activity?: ActivityIri;
  readonly restrictions?: Post['restrictions'];
  readonly labels?: Post['labels'];
  readonly quotePolicy?: QuotePolicy;
  readonly restatedAt?: Date;
}

/** A page of posts: newest first unless said otherwise, from before a time. */
export interface Page {
  readonly before?: Date;
  readonly limit: number;
}

/** A stretch of time, its ends included; newest first, or oldest first. */
export interface Stretch {
  readonly notAfter?: Date;
  readonly notBefore?: Date;
  readonly oldestFirst: boolean;
  readonly limit: number;
}

/** A stretch of what concerns somebody; of what one other did alone, where that is asked for. */
export interface StretchOf extends Stretch {
  readonly from?: ActorIri;
}

/** What is shown where. Held posts are shown to their author alone, tombstones in threads only. */
export interface Timelines {
  /** First posts and polls of a community, without what the viewer does not want to see. */
  community(iri: CommunityIri, viewer: PersonIri | null, page: Page, unwanted?: Unwanted): Promise<readonly Post[]>;
  /** Posts of a community that have all of some hashtags and one of others, where there are any (`tagsAsked`). */
  ofTags(
    iri: CommunityIri,
    tags: { readonly all: readonly string[]; readonly any: readonly string[] },
    viewer: PersonIri | null,
    page: Page,
    unwanted?: Unwanted,
  ): Promise<readonly Post[]>;
  /** What opens a thread in some communities and has a hashtag (`tagKey`). */
  openingsWith(
    communities: readonly CommunityIri[],
    tag: string,
    viewer: PersonIri | null,
    page: Page,
    unwanted?: Unwanted,
  ): Promise<readonly Post[]>;
  /** Answers in some threads that have one of some hashtags (`tagKey`), oldest first; two thousand at most. */
  answersWith(
    threads: readonly PostIri[],
    tags: readonly string[],
    viewer: PersonIri | null,
    unwanted?: Unwanted,
  ): Promise<readonly Post[]>;
  /**
   * What was said in a thread for more than some, and stands, with one of some hashtags (`tagKey`), oldest first: for what
   * follows from it, not for showing it.
   */
  openlyTagged(thread: PostIri, tags: readonly string[]): Promise<readonly Post[]>;
  /** Everything in a thread that the viewer may see, oldest first. */
  thread(root: PostIri, viewer: PersonIri | null): Promise<readonly Post[]>;
  /** Public posts of one author. */
  author(iri: ActorIri, page: Page): Promise<readonly Post[]>;
  /** Everything by one author that has not been deleted, oldest first, whoever may see it: for herself alone. */
  own(author: PersonIri): AsyncIterable<Post>;
  /** New posts of all communities somebody is part of, without what she does not want to see. */
  lately(
    communities: readonly CommunityIri[],
    viewer: PersonIri | null,
    page: Page,
    unwanted?: Unwanted,
  ): Promise<readonly Post[]>;
  /** What a client app's list shows, by the time each was received, without what the viewer does not want to see. */
  stretch(of: Listed, viewer: PersonIri | null, stretch: Stretch, unwanted?: Unwanted): Promise<readonly Post[]>;
  /** What others wrote that is addressed to somebody and that she may see, by the time each was received. */
  addressing(person: PersonIri, stretch: StretchOf, unwanted?: Unwanted): Promise<readonly Post[]>;
  /** What is for some people alone, herself among them, by the time each was received. */
  among(person: PersonIri, stretch: Stretch, unwanted?: Unwanted): Promise<readonly Post[]>;
  /**
   * Hashtags (`tagKey`) that begin with some letters, of posts that everybody may see, in the order of the alphabet:
   * nothing says which of them many use.
   */
  tagsBeginning(
    letters: string,
    viewer: PersonIri | null,
    part: { readonly offset: number; readonly limit: number },
  ): Promise<readonly string[]>;
  /** What quotes a post and may be shown to somebody, by the time each was received; whether by leave, who asks finds out. */
  quoting(post: PostIri, viewer: PersonIri | null, stretch: Stretch, unwanted?: Unwanted): Promise<readonly Post[]>;
  /** Of some posts those that everybody may see and that were changed, by the time each was changed last. */
  edited(posts: readonly PostIri[], stretch: StretchOf): Promise<readonly Post[]>;
  /** Polls in some communities, by the time each was closed. */
  closedPolls(communities: readonly CommunityIri[], stretch: Stretch): Promise<readonly Post[]>;
  /** When each author last posted in a community, since a time: part of who counts as active. */
  lastPosts(community: CommunityIri, since: Date): Promise<ReadonlyMap<PersonIri, Date>>;
  /** How many posts of each author a community has received since a time. */
  postsByAuthor(community: CommunityIri, since: Date): Promise<ReadonlyMap<ActorIri, number>>;
  /** Posts by an author in a community received since a time: what a rule may limit. */
  countSince(community: CommunityIri, author: ActorIri, since: Date): Promise<number>;
  /** Whether one of some people has written to somebody in a community: of the last thousand posts of theirs there. */
  hasWritten(community: CommunityIri, by: readonly ActorIri[], to: ActorIri): Promise<boolean>;
  /** Everything in a community since a time that has not been deleted, newest first, whoever may see it. */
  everything(community: CommunityIri, since: Date, limit: number): AsyncIterable<Post>;
  /** What everybody in a community could see that was received before a time, oldest first, after a place. */
  receivedBefore(
    community: CommunityIri,
    page: { readonly before: Date; readonly after?: PostPlace | undefined; readonly limit: number },
  ): Promise<readonly Post[]>;
}

/** What people do to posts by one gesture: once per person, post and gesture, however often it is sent. */
export interface Reactions {
  /** A like takes the place of her dislike, and the other way round. */
  add(reaction: Reaction): Promise<void>;
  /** Removes it; what there was, if anything. */
  remove(reaction: Pick<Reaction, 'actor' | 'post' | 'kind' | 'emoji'>): Promise<Reaction | null>;
  /** Removes the one that an activity made; `null` when there was none. */
  removeByActivity(actor: ActorIri, activity: string): Promise<Reaction | null>;
  count(post: PostIri): Promise<ReactionCounts>;
  /** Of several posts at once; a post that nobody has reacted to is missing. */
  counts(posts: readonly PostIri[]): Promise<ReadonlyMap<PostIri, ReactionCounts>>;
  /** What others did to posts of somebody here, of some kinds, by its time. */
  toAuthor(author: ActorIri, kinds: readonly Reaction['kind'][], stretch: StretchOf): Promise<readonly Reaction[]>;
  /** What some people passed on, by the time of each. */
  sharesBy(actors: readonly ActorIri[], stretch: Stretch): Promise<readonly Reaction[]>;
  /** What was passed on at one moment. */
  sharesAt(at: Date): Promise<readonly Reaction[]>;
  /** Who likes and who dislikes some posts: what is known of who agrees with them. */
  stances(posts: readonly PostIri[]): Promise<readonly Pick<Reaction, 'actor' | 'post' | 'kind'>[]>;
}

export interface ReactionCounts {
  readonly likes: number;
  readonly dislikes: number;
  readonly shares: number;
  /** Most frequent first, twenty at the most. */
  readonly emojis: readonly { readonly emoji: string; readonly count: number }[];
}

export const REACTION_KINDS = ['like', 'dislike', 'share', 'emoji'] as const;

export interface Reaction {
  readonly actor: ActorIri;
  readonly post: PostIri;
  readonly kind: (typeof REACTION_KINDS)[number];
  /** With kind `emoji`, and only then: the sign, or `:shortcode:`. */
  readonly emoji?: string;
  readonly activity: string;
  /** Who wrote the post, where that is somebody of this server: she is told. */
  readonly author?: ActorIri;
  readonly at: Date;
}
