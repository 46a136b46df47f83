import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Sentence } from '../community/said.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { StretchOf } from './posts.ts';

/** Something said to one person: on her page here, or as a direct message at her own server. */
export interface Notice {
  /** Chosen so that telling the same thing twice tells it once. */
  readonly id: string;
  readonly to: ActorIri;
  readonly from: ActorIri;
  readonly kind: 'receipt' | 'refusal' | 'statement-of-reasons' | 'welcome' | 'result' | 'message' | 'look-back';
  /** Plain sentences, separated by blank lines; what the server itself says is in English. */
  readonly text: string;
  /** The same paragraph by paragraph, for a page to say in its reader's language: of what the server itself says. */
  readonly said?: readonly Sentence[];
  /** A page here that says more. */
  readonly link?: string;
  /** A post it answers, so that it lands in the right thread. */
  readonly inReplyTo?: string;
  /** Of a message from elsewhere: what it is called at its own server, so that it can be answered. */
  readonly post?: PostIri;
  readonly at: Date;
}

export interface Notices {
  /** `known` when the same was told before. A notice to somebody elsewhere is sent as an effect. */
  add(notice: Notice): Promise<'added' | 'known'>;
  get(id: string): Promise<Notice | null>;
  /** The message to somebody that is called so at its own server. */
  message(person: PersonIri, post: PostIri): Promise<Notice | null>;
  /** Messages to somebody that answer one of some posts, oldest first. */
  answering(person: PersonIri, posts: readonly PostIri[]): Promise<readonly Notice[]>;
  to(person: PersonIri, limit: number): Promise<readonly Notice[]>;
  /** Everything that somebody was told, oldest first. */
  all(person: PersonIri): AsyncIterable<Notice>;
  /** What she was told is kept no longer. */
  forget(person: PersonIri): Promise<void>;
  /** Goes through everything that a community has told anybody, and keeps it as it is to be from now on. */
  rewrite(from: ActorIri, change: (text: string) => string): Promise<void>;
  /** What she was told, by its time; without what others wrote to her of whom she does not want to hear. */
  stretch(person: PersonIri, stretch: StretchOf, unwanted?: Unwanted): Promise<readonly Notice[]>;
}
