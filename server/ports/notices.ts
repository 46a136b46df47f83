import type { ActorIri, PersonIri } from '../community/ids.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { StretchOf } from './posts.ts';

/** Something said to one person: on her page here, or as a direct message at her own server. */
export interface Notice {
  /** Chosen so that telling the same thing twice tells it once. */
  readonly id: string;
  readonly to: ActorIri;
  readonly from: ActorIri;
  readonly kind: 'receipt' | 'refusal' | 'statement-of-reasons' | 'welcome' | 'result' | 'message';
  /** Plain sentences, separated by blank lines. */
  readonly text: string;
  /** A page here that says more. */
  readonly link?: string;
  /** A post it answers, so that it lands in the right thread. */
  readonly inReplyTo?: string;
  readonly at: Date;
}

export interface Notices {
  /** `known` when the same was told before. A notice to somebody elsewhere is sent as an effect. */
  add(notice: Notice): Promise<'added' | 'known'>;
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
