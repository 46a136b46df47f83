/** Bitcoin's alphabet: no 0, O, I, l. */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The multicodec of an Ed25519 public key, as a varint. */
const ED25519_CODEC = [0xed, 0x01] as const;
/** The SubjectPublicKeyInfo of RFC 8410 §4 up to the key's 32 bytes. */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
/** `z` and 48 characters at the most: anything longer is no Ed25519 key, and is not even looked at. */
const MULTIBASE = /^z[1-9A-HJ-NP-Za-km-z]{46,48}$/;

/**
 * An Ed25519 public key in a Multikey's `publicKeyMultibase` (FEP-521a; base58btc, so it begins with `z6Mk`) as an SPKI
 * PEM. Undefined for every other kind of key, and for what cannot be read. Never throws.
 */
export function multikeyPem(multibase: string | undefined): string | undefined {
  const key = keyInMultikey(multibase);
  if (key === undefined) return undefined;
  const der = Buffer.concat([ED25519_SPKI, key]);
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
}

/** The 32 bytes of the key itself. */
export function keyInMultikey(multibase: string | undefined): Buffer | undefined {
  if (multibase === undefined || !MULTIBASE.test(multibase)) return undefined;
  const bytes = fromBase58(multibase.slice(1), ED25519_CODEC.length + KEY_BYTES);
  if (bytes === undefined || !ED25519_CODEC.every((byte, index) => bytes[index] === byte)) return undefined;
  return bytes.subarray(ED25519_CODEC.length);
}

/** How an Ed25519 public key, of 32 bytes, is written in a Multikey. */
export function multibaseOf(key: Buffer): string {
  // It begins with a byte that is not zero, so no leading zeros get lost.
  let number = BigInt(`0x${Buffer.concat([Buffer.from(ED25519_CODEC), key]).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${BASE58[Number(number % 58n)]}${text}`;
  return `z${text}`;
}

/** The bytes that a base58btc text stands for, if they are as many as that. */
function fromBase58(text: string, length: number): Buffer | undefined {
  let number = 0n;
  for (const character of text) number = number * 58n + BigInt(BASE58.indexOf(character));
  const hex = number.toString(16);
  return hex.length === length * 2 ? Buffer.from(hex, 'hex') : undefined;
}
