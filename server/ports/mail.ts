import type { EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';

/**
 * What a letter by e-mail is about. Most say no more than whom it is for: what stands in it, its link above all, is made
 * when it is sent.
 */
export type MailAbout =
  /** To the address that somebody gave: its link confirms it. */
  | { readonly kind: 'confirm'; readonly person: PersonIri }
  /** Somebody typed this name or address because she forgot her password: whether there is such an account is found out later. */
  | { readonly kind: 'reset'; readonly said: string }
  /** Her password was set anew. */
  | { readonly kind: 'password-set'; readonly person: PersonIri }
  /** To the address she had: she has another now. */
  | { readonly kind: 'address-changed'; readonly person: PersonIri; readonly to: EmailAddress }
  /** To an address at an organisation: its link shows that whoever asked for it belongs there. */
  | { readonly kind: 'affiliation'; readonly person: PersonIri; readonly to: EmailAddress }
  /** A member invites whoever reads this address into a community. */
  | { readonly kind: 'invited'; readonly person: PersonIri; readonly to: EmailAddress; readonly invitation: string }
  | { readonly kind: 'let-in'; readonly person: PersonIri }
  | { readonly kind: 'declined'; readonly person: PersonIri; readonly to: EmailAddress }
  /** What is new for somebody who asked for such letters. */
  | { readonly kind: 'news'; readonly person: PersonIri; readonly since: Date; readonly upTo: Date };

/** A letter that waits to be sent. */
export type Mail = MailAbout & {
  /** The same letter asked for twice has the same. */
  readonly id: string;
  readonly at: Date;
  /** After that it is of no use any more. */
  readonly until: Date;
};

/** Letters on their way out: what is here survives a stop, and is tried again until it is sent or over. */
export interface Mails {
  /** A letter that was asked for before, sent or not, is not asked for again. */
  add(mail: Mail): Promise<void>;
  /** It was sent, or never will be: what it said is forgotten, that it was is known for some days. */
  settle(
    id: string,
    how: { readonly sentAt: Date } | { readonly givenUpAt: Date; readonly why: string },
  ): Promise<void>;
  /** Those to somebody who left. */
  forget(person: PersonIri): Promise<void>;
  counts(): Promise<{ readonly waiting: number; readonly givenUp: number }>;
}

/** A letter as it is sent. */
export interface Letter {
  /** Names it for the mail servers, so that one which comes twice can be known as one. */
  readonly id: string;
  readonly to: EmailAddress;
  readonly subject: string;
  readonly text: string;
  /** The same as HTML, for a letter with many links. */
  readonly html?: string;
  /** Where an answer to it goes; absent: to the address that letters come from, where nobody reads it. */
  readonly replyTo?: string;
  /** An address that ends such letters, by POST alone (RFC 8058). */
  readonly unsubscribe?: string;
}

/** What the mail server made of a letter. `why` names nobody. */
export type MailAnswer = { readonly outcome: 'sent' } | { readonly outcome: 'later' | 'never'; readonly why: string };

/** Hands letters to a mail server. */
export interface Mailer {
  send(letter: Letter): Promise<MailAnswer>;
  close(): void;
}
