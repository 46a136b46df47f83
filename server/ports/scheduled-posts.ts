import type { PersonIri, PostIri } from '../community/ids.ts';
import type { PostDetails } from '../community/post.ts';
import type { QuotePolicy } from '../community/quote.ts';

export const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const;

/** What somebody writes with an app. Whom it is for follows from whom it names, and from what it answers. */
export interface Written {
  /** Markdown. */
  readonly text: string;
  readonly visibility?: (typeof VISIBILITIES)[number];
  readonly inReplyTo?: PostIri;
  /** The message from elsewhere that it answers, by the notice's id: it goes to whoever wrote that. */
  readonly message?: string;
  readonly details?: PostDetails;
  /** What it quotes. */
  readonly quote?: PostIri;
  readonly quotePolicy?: QuotePolicy;
  /** Pictures that she sent before, by their numbers. */
  readonly uploads?: readonly string[];
}

/** Something that somebody here has written for later. */
export interface ScheduledPost {
  /** The id that the post will have, so that it comes about once. */
  readonly iri: PostIri;
  readonly person: PersonIri;
  readonly at: Date;
  /** When it is to be posted, by the community's time. */
  readonly dueAt: Date;
  /** Kept sealed: nobody but her reads it before. */
  readonly written: Written;
}

export interface ScheduledPosts {
  /** Keeps it; what is kept under its id then, whether it is new or not. */
  add(post: ScheduledPost): Promise<ScheduledPost>;
  /** Hers that have not begun to be posted, the next one due first. */
  of(person: PersonIri): Promise<readonly ScheduledPost[]>;
  /** `false` where it is not there any more, or is being posted already. */
  moveTo(post: Pick<ScheduledPost, 'person' | 'iri'>, dueAt: Date): Promise<boolean>;
  /** `false` where it is not there any more, or is being posted already: then it is too late. */
  remove(post: Pick<ScheduledPost, 'person' | 'iri'>): Promise<boolean>;
  /**
   * Those due at a time, the first due before the others, and those that somebody began to post and did not end. From
   * then on they can be neither moved nor removed; posting one twice makes one post.
   */
  begin(now: Date, limit: number): Promise<readonly ScheduledPost[]>;
  /** It has been posted, or refused for good. */
  end(iri: PostIri): Promise<void>;
  forget(person: PersonIri): Promise<readonly PostIri[]>;
}
