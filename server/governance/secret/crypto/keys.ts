import { type Bytes, equal, fromBase64Url, toBase64Url } from './bytes.ts';

/**
 * Keys on the curve P-256. A public one is its point, uncompressed (65 bytes), a private one its number (32 bytes),
 * both in base64url.
 */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

type Use = 'ECDH' | 'ECDSA';
const POINT_BYTES = 65;
const NUMBER_BYTES = 32;

function usesOf(use: Use, half: 'public' | 'private'): ('deriveBits' | 'sign' | 'verify')[] {
  if (use === 'ECDH') return half === 'public' ? [] : ['deriveBits'];
  return half === 'public' ? ['verify'] : ['sign'];
}

export async function makeKeys(use: Use): Promise<KeyPair> {
  const uses = use === 'ECDH' ? (['deriveBits'] as const) : (['sign', 'verify'] as const);
  const pair = await crypto.subtle.generateKey({ name: use, namedCurve: 'P-256' }, true, uses);
  if (!('publicKey' in pair)) throw new Error('there is one key instead of two');
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { publicKey: toBase64Url(point), privateKey: d };
}

/** `null` for what is no point of the curve. */
export async function readPublic(use: Use, publicKey: string) {
  const point = fromBase64Url(publicKey, POINT_BYTES);
  if (point?.[0] !== 4) return null;
  const algorithm = { name: use, namedCurve: 'P-256' } as const;
  return crypto.subtle.importKey('raw', point, algorithm, true, usesOf(use, 'public')).catch(() => null);
}

/** `null` for what is no pair of keys. */
export async function readPrivate(use: Use, { publicKey, privateKey }: KeyPair) {
  const point = fromBase64Url(publicKey, POINT_BYTES);
  if (point === null || fromBase64Url(privateKey, NUMBER_BYTES) === null) return null;
  const [x, y] = [toBase64Url(point.slice(1, 33)), toBase64Url(point.slice(33))];
  const key = { kty: 'EC', crv: 'P-256', d: privateKey, x, y, ext: true } as const;
  const algorithm = { name: use, namedCurve: 'P-256' } as const;
  return crypto.subtle.importKey('jwk', key, algorithm, false, usesOf(use, 'private')).catch(() => null);
}

const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const SIGNATURE_BYTES = 64;

/** Signs a text with a pair’s private half (ECDSA on P-256); in base64url. Throws for what is no pair of keys. */
export async function signText(pair: KeyPair, text: Bytes): Promise<string> {
  const key = await readPrivate('ECDSA', pair);
  if (key === null) throw new Error('the private key cannot be read');
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNING, key, text)));
}

/** Whether a text was signed with the private half of a public key; `false` also for what is no key or no signature. */
export async function isSigned(publicKey: string, text: Bytes, signature: string): Promise<boolean> {
  const bytes = fromBase64Url(signature, SIGNATURE_BYTES);
  const key = bytes && (await readPublic('ECDSA', publicKey));
  return bytes !== null && key !== null && crypto.subtle.verify(SIGNING, key, bytes, text);
}

/** What two holders of keys have in common (ECDH): one’s private and the other’s public key. `null` for no keys. */
export async function agree(own: KeyPair, other: string): Promise<Bytes | null> {
  const [mine, theirs] = await Promise.all([readPrivate('ECDH', own), readPublic('ECDH', other)]);
  if (mine === null || theirs === null) return null;
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256));
}

/** Whether the two halves belong together: whoever has the one can open what is sealed to the other. */
export async function belongTogether(pair: KeyPair): Promise<boolean> {
  const probe = await makeKeys('ECDH');
  const [one, other] = await Promise.all([agree(pair, probe.publicKey), agree(probe, pair.publicKey)]);
  return one !== null && other !== null && equal(one, other);
}
