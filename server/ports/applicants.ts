import type { EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { KeyPair } from './actors.ts';
import type { WantedAddress } from './addresses.ts';

/**
 * Somebody who has asked for an account and has none yet. Her name is kept for her; nothing public knows of her: she is
 * no person to any other part.
 */
export interface Applicant {
  /** Of the person she will be. */
  readonly iri: PersonIri;
  readonly username: string;
  /** The address that she gave. */
  readonly wanted?: WantedAddress;
  /** She has not followed the link in her letter yet. */
  readonly unconfirmed: boolean;
  /** A member has to let her in. */
  readonly asks: boolean;
  /** What she says to the members; empty where none has to let her in. */
  readonly sentence: string;
  readonly at: Date;
  readonly declinedAt?: Date;
  /** The member who let her in; what follows from that is under way. */
  readonly letInBy?: PersonIri;
}

/** What must still happen because of an applicant. */
export type ApplicantEffect = 'confirm-letter' | 'declined-letter' | 'let-in';

export interface Applicants {
  /** `name-taken` also for names of people, of communities and of people who left. */
  add(
    applicant: Omit<Applicant, 'declinedAt' | 'letInBy' | 'wanted'>,
    passwordHash: string,
    address?: EmailAddress,
  ): Promise<'added' | 'name-taken'>;
  byIri(iri: PersonIri): Promise<Applicant | null>;
  byName(name: string): Promise<Applicant | null>;
  /** Those whom a member may let in, the longest waiting first. */
  asking(limit: number): Promise<readonly Applicant[]>;
  /** Another address, as long as she has confirmed none: a letter goes to it. */
  readdress(iri: PersonIri, address: EmailAddress): Promise<void>;
  /** She has confirmed the address of this hash; a member has still to let her in. */
  confirm(iri: PersonIri, key: string): Promise<void>;
  /** A member lets her in; what follows stands with it. `false`: there was nobody to be let in. */
  admit(iri: PersonIri, by: PersonIri): Promise<boolean>;
  /**
   * She becomes a person here, in one write: with the address of this hash, which she has just confirmed, where nothing
   * else is missing; or, without one, because a member let her in.
   */
  open(person: Person, keys: KeyPair, confirmed?: string): Promise<'opened' | 'not-ready' | 'address-taken'>;
  /** She is not let in; what follows stands with it. `false`: there was nobody to be let in. */
  decline(iri: PersonIri, at: Date): Promise<boolean>;
  forget(iri: PersonIri): Promise<void>;
  /** Those who asked before a time and have confirmed nothing, or were declined; and all who asked before another. */
  over(before: { readonly unconfirmed: Date; readonly any: Date }): Promise<readonly PersonIri[]>;
}
