/** What an app may want to be told of, in Mastodon's words; some of it never happens here. */
export const ALERTS = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'poll',
  'update',
  'quote',
  'quoted_update',
  'admin.sign_up',
  'admin.report',
] as const;
export type Alert = (typeof ALERTS)[number];

/** Of whom: everybody, those she follows (or whose member she is), those who follow her, nobody. */
export const PUSH_POLICIES = ['all', 'followed', 'follower', 'none'] as const;
export type PushPolicy = (typeof PUSH_POLICIES)[number];

/** So many subscriptions somebody has at the most: the apps of one person. */
export const MOST_SUBSCRIPTIONS = 20;

/** A longer address is none that a push service gives (they have some hundred characters). */
export const LONGEST_ENDPOINT = 2000;

/** Base64 in any of its spellings, as base64url without padding; `null` unless it has so many bytes. */
export function readKey(text: string, bytes: number): string | null {
  if (!/^[A-Za-z0-9+/_-]{1,200}={0,2}$/.test(text)) return null;
  const read = Buffer.from(text, 'base64url');
  return read.length === bytes ? read.toString('base64url') : null;
}

/** A public key on P-256, uncompressed (RFC 8291 §2.1), and a secret of 16 bytes. */
export const PUBLIC_KEY_BYTES = 65;
export const AUTH_BYTES = 16;
