import type { PersonIri } from '../community/ids.ts';
import type { LetterWay } from '../community/letters.ts';

/** How somebody wants to be written to by e-mail. Nothing of it says what she has read. */
export interface LetterWish {
  readonly person: PersonIri;
  readonly way: LetterWay;
  /** What is newer goes into the next letter. */
  readonly since: Date;
  /** When that goes out; absent where she wants none. */
  readonly dueAt?: Date;
  /** Links and reply addresses in letters from before a later one do nothing any more. */
  readonly epoch: number;
}

/** Everybody's own wish; who has said nothing wants no letters. */
export interface LetterWishes {
  of(person: PersonIri): Promise<LetterWish | null>;
  /** From now on: nothing from before is sent. */
  set(person: PersonIri, way: LetterWay, when: { readonly now: Date; readonly dueAt?: Date }): Promise<void>;
  /** Those whose next letter is due, the longest due first. */
  due(now: Date, limit: number): Promise<readonly LetterWish[]>;
  /** Her letter is on its way, if it still is the one that was due; the next one is due then. */
  sent(wish: LetterWish, next: { readonly since: Date; readonly dueAt: Date }): Promise<void>;
  /** One that was on its way does not go out now: what was in it goes into the next. */
  putOff(person: PersonIri, letter: { readonly since: Date; readonly upTo: Date; readonly dueAt: Date }): Promise<void>;
  /** Her day has changed: the next one is due then. */
  reschedule(person: PersonIri, dueAt: Date): Promise<void>;
  /** Links and reply addresses in the letters she has do nothing any more. */
  renew(person: PersonIri): Promise<void>;
  forget(person: PersonIri): Promise<void>;
}
