import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';

/** A key that somebody signs in by, on a device of hers or in her password manager (WebAuthn Level 3). */
export interface Passkey {
  /** The credential's id, base64url. Whoever knows it can do nothing by it. */
  readonly id: string;
  /** What she calls it. */
  readonly name: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** The signature counter it gave last: only by this is a copy found out. Always 0 where the key does not count. */
  readonly counter: number;
  /** How browsers reach it: `internal`, `hybrid`, `usb` … */
  readonly transports: readonly string[];
  readonly since: Date;
  /** It counted backwards, so there may be a copy of it: it signs nobody in any more. */
  readonly stopped?: boolean;
}

/** Somebody as another house knows her, by whose word she signs in here (OpenID Connect Core §2, `iss` and `sub`). */
export interface Identity {
  /** A hash of issuer and subject: what she is called there is not kept. */
  readonly key: string;
  readonly issuer: string;
  /** What the provider is called here, so that it has a name after it is no longer asked. */
  readonly name: string;
  /** What the provider says her organisation is, where the operator says which of its claims tells. */
  readonly organisation?: string;
  readonly since: Date;
}

/** Everything by which somebody can sign in. */
export interface WaysInOf {
  readonly password: boolean;
  readonly passkeys: readonly Passkey[];
  readonly identities: readonly Identity[];
}

/** Whom a way in leads to, and the epoch that her session begins in (`Credential`). */
export interface LedTo {
  readonly person: Person;
  readonly epoch: number;
}

/** What became of taking a way in away: the new epoch, or why it stays. */
export type Removed = { readonly epoch: number } | 'only-way-in' | 'not-there';

/** Ways to sign in beside the password, kept with the person: they go when she goes. */
export interface WaysIn {
  of(person: PersonIri): Promise<WaysInOf>;
  byPasskey(id: string): Promise<(LedTo & { readonly passkey: Passkey }) | null>;
  /** `not-added`: this key is known already, she has as many as one may have, or she has left. */
  addPasskey(person: PersonIri, passkey: Passkey): Promise<'added' | 'not-added'>;
  renamePasskey(person: PersonIri, id: string, name: string): Promise<void>;
  /** Keeps a counter. Of two who come with the same one, one is told `true`; so is nobody who comes with less. */
  countPasskey(person: PersonIri, id: string, counter: number): Promise<boolean>;
  stopPasskey(person: PersonIri, id: string): Promise<void>;
  /**
   * Takes a key away, unless it is the last way in. In the same write a new epoch begins: sessions from before are
   * worth nothing from that moment on.
   *
   * @param issuers the providers that are asked here: an identity of any other is no way in
   */
  removePasskey(person: PersonIri, id: string, issuers: readonly string[]): Promise<Removed>;
  byIdentity(key: string): Promise<LedTo | null>;
  /** `not-added`: it leads to somebody already, she has one of this provider, or she has left. */
  addIdentity(person: PersonIri, identity: Identity): Promise<'added' | 'not-added'>;
  /** As `removePasskey`. */
  removeIdentity(person: PersonIri, key: string, issuers: readonly string[]): Promise<Removed>;
}
