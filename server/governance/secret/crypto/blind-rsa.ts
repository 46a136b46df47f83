import { type Bytes, concat, digestOf, fromBase64, fromNumber, type Random, toNumber } from './bytes.ts';

/**
 * RSABSSA-SHA384-PSS-Randomized (RFC 9474): the voter's half. She blinds the name of her ballot paper; the registrar
 * signs without seeing it (`issue-paper.ts`); she takes the blinding off and holds a signature that nobody can
 * connect with the one that was given.
 */
export interface Issuer {
  readonly n: bigint;
  readonly e: bigint;
  /** Bits and bytes of the modulus. */
  readonly bits: number;
  readonly size: number;
  /** For `verifyPaper`. */
  readonly key: Awaited<ReturnType<typeof importIssuer>>;
}

/** Length of the random prefix of a prepared message, and of the salt (RFC 9474 §5). */
export const PREFIX_BYTES = 32;
export const SALT_BYTES = 48;
const HASH_BYTES = 48;

const PSS = { name: 'RSA-PSS', hash: 'SHA-384' } as const;

const importIssuer = (spki: string) => crypto.subtle.importKey('spki', fromBase64(spki), PSS, true, ['verify']);

/** @param spki the issuing key as it is pinned: SPKI in base64 */
export async function readIssuer(spki: string): Promise<Issuer> {
  const key = await importIssuer(spki);
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', key);
  const numberOf = (text: string) => toNumber(fromBase64(text.replaceAll('-', '+').replaceAll('_', '/')));
  const modulus = numberOf(n);
  const bits = modulus.toString(2).length;
  return { n: modulus, e: numberOf(e), bits, size: Math.ceil(bits / 8), key };
}

/** What is signed: the message behind a random prefix (RFC 9474 §4.1). */
export const prepare = (prefix: Bytes, message: Bytes): Bytes => concat(prefix, message);

/** @param r in [1, n), without a common divisor with n (RFC 9474 §4.2) */
export async function blind(
  { n, e, bits, size }: Issuer,
  prepared: Bytes,
  { salt, r }: { readonly salt: Bytes; readonly r: bigint },
): Promise<{ readonly blinded: Bytes; readonly inverse: bigint }> {
  const m = toNumber(await encodePss(prepared, salt, bits - 1));
  const inverse = inverseOf(r, n);
  if (inverse === null || inverseOf(m, n) === null) throw new RangeError('the number has a divisor in common with n');
  return { blinded: fromNumber((m * power(r, e, n)) % n, size), inverse };
}

/** Takes the blinding off; `null` when what comes out is no signature of the message (RFC 9474 §4.4). */
export async function finalise(
  issuer: Issuer,
  prepared: Bytes,
  { signature, inverse }: { readonly signature: Bytes; readonly inverse: bigint },
): Promise<Bytes | null> {
  const { n, size } = issuer;
  if (signature.length !== size) return null;
  const clear = fromNumber((toNumber(signature) * inverse) % n, size);
  return (await verifyPaper(issuer, prepared, clear)) ? clear : null;
}

/** Whether a signature is one of the issuing key over a prepared message: plain RSASSA-PSS. */
export async function verifyPaper({ key, size }: Issuer, prepared: Bytes, signature: Bytes): Promise<boolean> {
  if (signature.length !== size) return false;
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: SALT_BYTES }, key, signature, prepared);
}

/** A number for `blind`, each equally likely. */
export function blindingNumber({ n, size }: Issuer, random: Random): bigint {
  for (;;) {
    const r = toNumber(random(size));
    if (r > 0n && r < n && inverseOf(r, n) !== null) return r;
  }
}

/** EMSA-PSS-ENCODE with SHA-384 and MGF1 over it (RFC 8017 §9.1.1). */
async function encodePss(message: Bytes, salt: Bytes, bits: number): Promise<Bytes> {
  const size = Math.ceil(bits / 8);
  const hash = await digestOf('SHA-384', message);
  const h = await digestOf('SHA-384', concat(new Uint8Array(8), hash, salt));
  const padding = new Uint8Array(size - salt.length - HASH_BYTES - 2);
  const data = concat(padding, new Uint8Array([1]), salt);
  const mask = await maskOf(h, data.length);
  const masked = data.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * size - bits));
  return concat(masked, h, new Uint8Array([0xbc]));
}

/** MGF1 (RFC 8017 §B.2.1). */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let counter = 0; parts.length * HASH_BYTES < length; counter += 1) {
    parts.push(await digestOf('SHA-384', concat(seed, fromNumber(BigInt(counter), 4))));
  }
  return concat(...parts).slice(0, length);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse by Euclid’s way, or `null` where there is none. */
export function inverseOf(number: bigint, modulus: bigint): bigint | null {
  let [a, b] = [modulus, number % modulus];
  let [x, y] = [0n, 1n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}
