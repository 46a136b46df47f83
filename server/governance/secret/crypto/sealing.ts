import { type Bytes, concat, digestOf, equal, fromBase64Url, type Random, toBase64Url, utf8 } from './bytes.ts';
import { agree, type KeyPair, makeKeys } from './keys.ts';
import { type Share, split, valueAt } from './shamir.ts';

/** To whom the ballots of a vote are sealed. */
export interface Seal {
  /** The tellers’ public keys, in the order in which they are pinned. */
  readonly tellers: readonly string[];
  readonly threshold: number;
  /** What the ballot belongs to: a sealed text moved elsewhere does not open there. */
  readonly context: string;
  /** Length to which every choice of this vote is filled up, so that its own length tells nothing. */
  readonly length: number;
}

const KEY_BYTES = 32;
const POINT_BYTES = 65;
const TAG_BYTES = 16;
const SHARE_BYTES = KEY_BYTES + TAG_BYTES;
/** Every key here seals one text, so the counter may begin at nought (NIST SP 800-38D §8). */
const IV = new Uint8Array(12);

/**
 * Seals a choice: under a key of its own (AES-256-GCM), the key split k-of-n, each part sealed to one teller (ECDH on
 * P-256, HKDF-SHA-256, AES-256-GCM). Inside lies the passing private key by which all this was done, so that whoever
 * opens it, with whichever k keys, can check all of it: it opens to the same for everybody, or is spoiled for
 * everybody.
 */
export async function seal(choice: string, to: Seal, random: Random): Promise<string> {
  const key = random(KEY_BYTES);
  const passing = await makeKeys('ECDH');
  const shares = split(key, { threshold: to.threshold, count: to.tellers.length }, random);
  const sealedShares = await Promise.all(
    shares.map(async ({ at, bytes }) => {
      const under = await shareKey(passing, to, at);
      if (under === null) throw new Error(`teller ${at} has no key that can be used`);
      return encrypt(under, bytes, to.context);
    }),
  );
  const inside = concat(number(passing.privateKey), padded(choice, to.length));
  const body = await encrypt(key, inside, to.context);
  const point = fromBase64Url(passing.publicKey) ?? new Uint8Array();
  return toBase64Url(concat(point, await commitment(key, to.context), body, ...sealedShares));
}

/** So many base64url characters has every sealed ballot of a vote. */
export function sealedLength({ tellers, length }: Pick<Seal, 'tellers' | 'length'>): number {
  const bytes = POINT_BYTES + KEY_BYTES + KEY_BYTES + length + TAG_BYTES + SHARE_BYTES * tellers.length;
  return Math.ceil((bytes * 4) / 3);
}

/**
 * Opens a sealed choice with the keys of at least `threshold` tellers; `null` when it is spoiled. Which of the tellers
 * they are makes no difference: a text that would open differently for others is spoiled for all.
 *
 * @param keys the tellers’ private keys, by their place from 0; throws a RangeError when there are too few
 */
export async function open(sealed: string, to: Seal, keys: ReadonlyMap<number, string>): Promise<string | null> {
  if (keys.size < to.threshold) throw new RangeError(`${keys.size} keys do not open what takes ${to.threshold}`);
  const parts = partsOf(sealed, to);
  if (parts === null) return null;
  const shares: Share[] = [];
  const secrets = new Map<number, Bytes>();
  for (const [place, privateKey] of [...keys].slice(0, to.threshold)) {
    const own = { privateKey, publicKey: to.tellers[place] ?? '' };
    const secret = await agree(own, parts.point);
    const under = secret && (await stretched(secret, parts.point, to, place + 1));
    const bytes = under && (await decrypt(under, parts.shares[place], to.context));
    if (secret === null || bytes === null) return null;
    secrets.set(place, secret);
    shares.push({ at: place + 1, bytes });
  }
  const key = valueAt(shares, 0);
  if (!equal(await commitment(key, to.context), parts.commitment)) return null;
  const inside = await decrypt(key, parts.body, to.context);
  if (inside === null) return null;
  const passing = { publicKey: parts.point, privateKey: toBase64Url(inside.slice(0, KEY_BYTES)) };
  return (await wasSealedSo({ passing, parts, to, shares, secrets })) ? unpadded(inside.slice(KEY_BYTES)) : null;
}

interface Parts {
  readonly point: string;
  readonly commitment: Bytes;
  readonly body: Bytes;
  readonly shares: readonly Bytes[];
}

function partsOf(sealed: string, { tellers, length }: Seal): Parts | null {
  const bytes = sealed.length === sealedLength({ tellers, length }) ? fromBase64Url(sealed) : null;
  if (bytes === null) return null;
  const body = POINT_BYTES + KEY_BYTES;
  const first = body + KEY_BYTES + length + TAG_BYTES;
  return {
    point: toBase64Url(bytes.slice(0, POINT_BYTES)),
    commitment: bytes.slice(POINT_BYTES, body),
    body: bytes.slice(body, first),
    shares: tellers.map((_, at) => bytes.slice(first + at * SHARE_BYTES, first + (at + 1) * SHARE_BYTES)),
  };
}

/** Whether every part, also those that were not used, is the one that belongs to the key. */
async function wasSealedSo({
  passing,
  parts,
  to,
  shares,
  secrets,
}: {
  readonly passing: KeyPair;
  readonly parts: Parts;
  readonly to: Seal;
  readonly shares: readonly Share[];
  readonly secrets: ReadonlyMap<number, Bytes>;
}): Promise<boolean> {
  for (const [place, teller] of to.tellers.entries()) {
    const secret = await agree(passing, teller);
    const seen = secrets.get(place);
    if (secret === null || (seen !== undefined && !equal(secret, seen))) return false;
    const under = await stretched(secret, parts.point, to, place + 1);
    const bytes = await decrypt(under, parts.shares[place], to.context);
    if (bytes === null || !equal(bytes, valueAt(shares, place + 1))) return false;
  }
  return true;
}

async function shareKey(passing: KeyPair, to: Seal, at: number): Promise<Bytes | null> {
  const secret = await agree(passing, to.tellers[at - 1] ?? '');
  return secret && stretched(secret, passing.publicKey, to, at);
}

/** HKDF (RFC 5869) over what sender and teller have in common, bound to both keys, the place and the ballot. */
async function stretched(secret: Bytes, point: string, { tellers, context }: Seal, at: number): Promise<Bytes> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8(`folkmoot/share/1\n${context}\n${at}`);
  const salt = utf8(`${point}\n${tellers[at - 1]}`);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, from, 256));
}

/** AES-GCM alone may open under two keys; with this the ballot names its one. */
const commitment = (key: Bytes, context: string): Promise<Bytes> =>
  digestOf('SHA-256', concat(utf8(`folkmoot/key/1\n${context}\n`), key));

const aes = (key: Bytes, use: 'encrypt' | 'decrypt') => crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);
const algorithm = (context: string) => ({ name: 'AES-GCM', iv: IV, additionalData: utf8(context) });

async function encrypt(key: Bytes, text: Bytes, context: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(algorithm(context), await aes(key, 'encrypt'), text));
}

async function decrypt(key: Bytes, text: Bytes | undefined, context: string): Promise<Bytes | null> {
  if (text === undefined) return null;
  const under = await aes(key, 'decrypt');
  return crypto.subtle.decrypt(algorithm(context), under, text).then(
    (clear) => new Uint8Array(clear),
    () => null,
  );
}

function number(privateKey: string): Bytes {
  const bytes = fromBase64Url(privateKey, KEY_BYTES);
  if (bytes === null) throw new Error('the passing key has another length');
  return bytes;
}

const LENGTH_BYTES = 2;

/** The text behind its length, filled up with noughts. */
function padded(text: string, length: number): Bytes {
  const bytes = utf8(text);
  if (bytes.length > length - LENGTH_BYTES) throw new RangeError('the choice is longer than any choice of this vote');
  const whole = new Uint8Array(length);
  whole.set([bytes.length >> 8, bytes.length & 0xff]);
  whole.set(bytes, LENGTH_BYTES);
  return whole;
}

function unpadded(bytes: Bytes): string | null {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const end = LENGTH_BYTES + length;
  if (end > bytes.length || bytes.slice(end).some((byte) => byte !== 0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(LENGTH_BYTES, end));
  } catch {
    return null;
  }
}
