import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { QUICKNET } from './beacon.ts';

/** Whether a text is the signature of a round. Given to decisions, so that they load no curves. */
export type SignatureCheck = (round: number, signature: string) => boolean;

/** Of drand's scheme `bls-unchained-g1-rfc9380`. */
const DST = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

const { G1, G2, shortSignatures } = bls12_381;
let publicKey: InstanceType<typeof G2.Point> | undefined;

/**
 * Whether this is the signature of a round of quicknet: over SHA-256 of the round's number in eight bytes, the greatest
 * first. There is one such text for each round and no other: signatures of BLS are unique, and a point that is written
 * in any but its one canonical way is refused. So nobody who hands one in has a choice.
 *
 * The curves take a tenth of a second and ten megabytes to load: import this file where a signature is to be checked.
 */
export const isSignatureOf: SignatureCheck = (round, signature) => {
  if (!Number.isSafeInteger(round) || round < 1) return false;
  const point = pointIn(signature);
  if (point === null) return false;
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(round));
  const message = shortSignatures.hash(createHash('sha256').update(number).digest(), DST);
  publicKey ??= G2.Point.fromHex(QUICKNET.publicKey);
  return shortSignatures.verify(point, message, publicKey);
};

/** A point of the right order, written as it is always written; `null` for anything else. */
function pointIn(signature: string): InstanceType<typeof G1.Point> | null {
  if (!/^[0-9a-f]{96}$/.test(signature)) return null;
  try {
    const point = G1.Point.fromHex(signature);
    point.assertValidity();
    return point.is0() || !point.isTorsionFree() || point.toHex(true) !== signature ? null : point;
  } catch {
    // Not on the curve.
    return null;
  }
}
