import type { PersonIri } from '../community/ids.ts';

/** An app that may ask people to let it act for them (RFC 6749 §2). Anybody may register one. */
export interface ClientApp {
  /** `client_id`: random, public. */
  readonly id: string;
  readonly name: string;
  readonly website?: string;
  /** SHA-256 of its secret, base64url. */
  readonly secretHash: string;
  /** Exactly as it registered them. */
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly createdAt: Date;
}

/** What somebody allowed an app, until the app fetches its token with it. */
export interface AuthorizationCode {
  /** SHA-256 of the code, base64url: a copy of the database gives nobody a code. */
  readonly id: string;
  readonly app: string;
  readonly person: PersonIri;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  /** PKCE (RFC 7636), always with S256. */
  readonly challenge?: string;
  /** How often it was handed in. */
  readonly used: number;
}

/** What an app may do, for somebody or (client credentials) for itself alone. It lasts until it is revoked. */
export interface AccessToken {
  /** SHA-256 of the token, base64url. */
  readonly id: string;
  readonly app: string;
  readonly person?: PersonIri;
  readonly scopes: readonly string[];
  /** The code it was given for: used twice, both its tokens end (RFC 6749 §4.1.2). */
  readonly code?: string;
  readonly createdAt: Date;
}

export interface ClientApps {
  add(app: ClientApp): Promise<void>;
  get(id: string): Promise<ClientApp | null>;
}

export interface AuthorizationCodes {
  add(code: AuthorizationCode): Promise<void>;
  get(id: string): Promise<AuthorizationCode | null>;
  /** Counts that it was handed in; how often that is now, so that of two who come at once only one is the first. */
  use(id: string): Promise<number>;
  /** Forgets what somebody allowed and no app has fetched yet. */
  revokeOf(person: PersonIri): Promise<void>;
}

export interface AccessTokens {
  add(token: AccessToken): Promise<void>;
  get(id: string): Promise<AccessToken | null>;
  /** Of some tokens, those that have not ended. */
  standing(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ends a token; it may not have been there. */
  revoke(id: string): Promise<void>;
  revokeOfCode(code: string): Promise<void>;
  /** Ends every token of somebody, or those that one app has. */
  revokeOf(person: PersonIri, app?: string): Promise<void>;
  /** Ends those of somebody that were given before a time. */
  revokeBefore(person: PersonIri, before: Date): Promise<void>;
  /** Tokens that act for somebody, newest first. */
  of(person: PersonIri): Promise<readonly AccessToken[]>;
}
