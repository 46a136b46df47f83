/**
 * Bytes and their texts. Everything in this folder runs unchanged in a browser and in Node: it imports nothing from
 * outside the folder and uses the Web Crypto API alone.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Random bytes; handed in, so that what is made from them can be tested against published vectors. */
export type Random = (length: number) => Bytes;

export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Without padding, as RFC 4648 §5 allows. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `null` for what is not written in the one way in which `toBase64Url` writes, or has another length. */
export function fromBase64Url(text: string, length?: number): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  if (length !== undefined && bytes.length !== length) return null;
  return toBase64Url(bytes) === text ? bytes : null;
}

/** Standard base64, as keys are pinned (SPKI). */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** A whole number from its bytes, the highest first (RFC 8017 §4.2, OS2IP). */
export const toNumber = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`));

/** The bytes of a whole number, the highest first (RFC 8017 §4.1, I2OSP). */
export function fromNumber(number: bigint, length: number): Bytes {
  const hex = number.toString(16).padStart(2 * length, '0');
  if (hex.length !== 2 * length) throw new RangeError('the number does not fit');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

export const digestOf = async (hash: 'SHA-256' | 'SHA-384', bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, bytes));
