import type { PersonIri } from '../community/ids.ts';
import type { Stretch } from './posts.ts';

/**
 * What somebody keeps about a post (`bookmark`, `pin`; `muted-thread`: its first one), an actor (`mute`, `block`, `note`; `not-suggested`), a server
 * (`domain`), a hashtag (`tag`, which she follows; `featured-tag`, which she shows on her profile), what people say
 * among themselves (`conversation`: put away as far as it went then), or somebody whom a policy would keep apart
 * (`heard`: she is told all the same; `request`: put away until then).
 */
export const MARK_KINDS = [
  'bookmark',
  'pin',
  'mute',
  'block',
  'note',
  'domain',
  'tag',
  'conversation',
  'heard',
  'request',
  'featured-tag',
  'not-suggested',
  'muted-thread',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something somebody here keeps for herself: one per person, kind and subject. Only a `pin` and a
 * `featured-tag` are shown to others. */
export interface Mark {
  readonly person: PersonIri;
  readonly kind: MarkKind;
  /** The id of a post or an actor, a host, a hashtag in lower case, or what a conversation is about. */
  readonly subject: string;
  readonly at: Date;
  /** A mute that ends then. */
  readonly until?: Date;
  /** A mute of notices too. */
  readonly notices?: true;
  /** What she noted; kept sealed. */
  readonly text?: string;
}

export interface Marks {
  get(person: PersonIri, kind: MarkKind, subject: string): Promise<Mark | null>;
  /** Keeps it in the place of what was kept of the same; the time of a first one stays. */
  put(mark: Mark): Promise<void>;
  remove(person: PersonIri, kind: MarkKind, subject: string): Promise<void>;
  /** Of some subjects, what she keeps of any of these kinds. */
  about(person: PersonIri, kinds: readonly MarkKind[], subjects: readonly string[]): Promise<readonly Mark[]>;
  /** Everything of these kinds, newest first; without kinds everything she keeps, as her archive holds it. */
  of(person: PersonIri, kinds?: readonly MarkKind[]): Promise<readonly Mark[]>;
  /** She keeps nothing here any more. */
  forget(person: PersonIri): Promise<void>;
  count(person: PersonIri, kind: MarkKind): Promise<number>;
  stretch(person: PersonIri, kind: MarkKind, stretch: Stretch): Promise<readonly Mark[]>;
}
