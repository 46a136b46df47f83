import { createHash, randomBytes } from 'node:crypto';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { oneLine } from '../../community/text.ts';
import type { ClientApp, ClientApps } from '../../ports/oauth.ts';
import { DEFAULT_SCOPES, parseScopes } from './scopes.ts';

/** For apps that cannot be led back to: the code is shown, to be copied. */
export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 2000;
const MOST_REDIRECTS = 10;

/** What secrets, codes and tokens are stored under: they cannot be read back from it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** 256 bits of chance, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** An app as it registers itself (Mastodon’s `POST /api/v1/apps`). */
export interface Registering {
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Separated by spaces; absent: `read`. */
  readonly scopes?: string;
  readonly website?: string;
}

/** Registers an app. Its secret is told this once; scopes that do not exist here are left out. */
export async function registerApp(
  { clientApps, now }: { readonly clientApps: Pick<ClientApps, 'add'>; readonly now: Date },
  asked: Registering,
): Promise<Result<{ readonly app: ClientApp; readonly secret: string }>> {
  const name = oneLine(asked.name).slice(0, LONGEST_NAME);
  if (name === '') return refused('bad-name', "Validation failed: Name can't be blank");
  const redirectUris = [...new Set(asked.redirectUris)];
  if (redirectUris.length === 0) return refused('bad-redirect', "Validation failed: Redirect URI can't be blank");
  if (redirectUris.length > MOST_REDIRECTS || !redirectUris.every(isPossibleRedirect)) {
    return refused('bad-redirect', 'Validation failed: Redirect URI must be an absolute URI without a fragment.');
  }
  const { known } = parseScopes(asked.scopes ?? DEFAULT_SCOPES.join(' '));
  const website = asked.website !== undefined && /^https?:\/\//.test(asked.website) ? { website: asked.website } : {};
  const secret = newSecret();
  const app: ClientApp = {
    id: newSecret(),
    name,
    ...website,
    secretHash: hashOf(secret),
    redirectUris,
    scopes: known.length === 0 ? DEFAULT_SCOPES : known,
    createdAt: now,
  };
  await clientApps.add(app);
  return accepted({ app, secret });
}

/** Schemes by which a browser would be led to run or show what the address itself says. */
const NEVER = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

/**
 * An app may use a scheme of its own, with nothing behind it (`icecubesapp://`). No fragment (RFC 6749 §3.1.2), and
 * nothing that a browser would run.
 */
export function isPossibleRedirect(uri: string): boolean {
  if (uri.length > LONGEST_ADDRESS || uri.includes('#') || /[\s\p{Cc}]/u.test(uri)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*:)(.*)$/i.exec(uri);
  if (scheme === null || NEVER.has(scheme[1]?.toLowerCase() ?? '')) return false;
  return /^https?:$/i.test(scheme[1] ?? '') ? URL.canParse(uri) : true;
}

/** Where somebody goes after she has decided: the app's own address with the answer in its query. */
export function leadBack(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) query.set(name, value);
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}

/** What a page must let its form lead to (CSP `form-action`): the app's origin, or its scheme. */
export function formActionFor(redirectUri: string): string {
  return /^https?:/i.test(redirectUri)
    ? new URL(redirectUri).origin
    : redirectUri.slice(0, redirectUri.indexOf(':') + 1);
}
