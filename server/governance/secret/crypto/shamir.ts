import type { Bytes, Random } from './bytes.ts';

/** One of the parts into which a secret was split: the value of a polynomial at `at`, byte by byte. */
export interface Share {
  /** From 1. */
  readonly at: number;
  readonly bytes: Bytes;
}

/**
 * Splits a secret so that any `threshold` parts give it back, and fewer say nothing about it (Shamir, “How to share a
 * secret”, 1979), byte by byte over GF(2⁸) with AES’s polynomial.
 *
 * @param count at most 255
 */
export function split(
  secret: Bytes,
  { threshold, count }: { threshold: number; count: number },
  random: Random,
): Share[] {
  if (threshold < 1 || count < threshold || count > 255) throw new RangeError(`no ${threshold} of ${count}`);
  const coefficients = [secret, ...Array.from({ length: threshold - 1 }, () => random(secret.length))];
  return Array.from({ length: count }, (_, index) => {
    const at = index + 1;
    const bytes = secret.map((_byte, place) =>
      // Horner’s way, from the highest coefficient down.
      coefficients.reduceRight((value, coefficient) => times(value, at) ^ (coefficient[place] ?? 0), 0),
    );
    return { at, bytes };
  });
}

/** The value, at `at`, of the polynomial through some parts: at 0 the secret itself, elsewhere another part. */
export function valueAt(shares: readonly Share[], at: number): Bytes {
  const factors = shares.map((share) =>
    shares.reduce(
      (factor, other) => (other === share ? factor : times(factor, times(at ^ other.at, inverse(share.at ^ other.at)))),
      1,
    ),
  );
  const length = shares[0]?.bytes.length ?? 0;
  return Uint8Array.from({ length }, (_, place) =>
    shares.reduce((value, share, index) => value ^ times(factors[index] ?? 0, share.bytes[place] ?? 0), 0),
  );
}

/** The product in GF(2⁸) modulo x⁸ + x⁴ + x³ + x + 1, in the same steps whatever the numbers are. */
function times(one: number, other: number): number {
  let product = 0;
  let shifted = one;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= shifted & -((other >> bit) & 1);
    shifted = ((shifted << 1) ^ (0x11b & -(shifted >> 7))) & 0xff;
  }
  return product;
}

/** The inverse is the 254th power; of 0 it is 0. */
function inverse(number: number): number {
  let power = 1;
  for (let step = 0; step < 254; step += 1) power = times(power, number);
  return power;
}
