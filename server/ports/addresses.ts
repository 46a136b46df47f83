import type { EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';

/** Where letters to somebody go, and since when she has shown that she reads them there. */
export interface ConfirmedAddress {
  readonly address: EmailAddress;
  readonly since: Date;
}

/** An address that somebody gave, and when the letter to it was asked for last. */
export interface WantedAddress {
  readonly address: EmailAddress;
  readonly at: Date;
}

/**
 * E-mail addresses of people here. They are nobody's business: sealed where they are kept, told apart by a keyed hash
 * (`keyOf`), in no public document, and gone when somebody leaves.
 */
export interface EmailAddresses {
  /** The hash by which an address is known, whatever its capitals: it cannot be guessed from a copy of the database. */
  keyOf(address: string): string;
  of(person: PersonIri): Promise<ConfirmedAddress | null>;
  /** The one that she has given and not confirmed yet. */
  wanted(person: PersonIri): Promise<WantedAddress | null>;
  /** Whose confirmed address it is. */
  holder(address: EmailAddress): Promise<PersonIri | null>;
  /** She gives an address: the letter to it follows. What she had confirmed stays hers until this one is. */
  want(person: PersonIri, address: EmailAddress): Promise<void>;
  /** The address of this hash is hers from now on, if it is the one she gave last and nobody else has it. */
  confirm(person: PersonIri, key: string, now: Date): Promise<'confirmed' | 'over' | 'taken'>;
  /** She keeps none, and waits for none. */
  remove(person: PersonIri): Promise<void>;
  /** The one she had before a change, until she has been told there. */
  former(person: PersonIri): Promise<ConfirmedAddress | null>;
  forgetFormer(person: PersonIri): Promise<void>;
}
