import type { PersonIri } from '../community/ids.ts';

/** A link by which somebody who forgot her password sets a new one. The operator's command makes it, for her to use. */
export interface PasswordLink {
  /** SHA-256 of the secret in the link; the secret itself is stored nowhere. */
  readonly id: string;
  readonly person: PersonIri;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt?: Date;
}

export interface PasswordLinks {
  add(link: PasswordLink): Promise<void>;
  /** One that can be used at this time. */
  get(id: string, now: Date): Promise<PasswordLink | null>;
  /** Uses it up: of many who come at once, one gets whose it is; the others get `null`. */
  use(id: string, now: Date): Promise<PersonIri | null>;
  /** Those that somebody has not used open nothing any more. */
  endOf(person: PersonIri): Promise<void>;
}
