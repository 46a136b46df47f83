import { createHash } from 'node:crypto';
import type { Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';

/**
 * The Merkle tree of RFC 9162 §2.1 (the same as RFC 6962's). Leaves and inner nodes are hashed with different first
 * bytes, so that nobody can pass a node off as a leaf.
 */
const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** The root over leaves given as hexadecimal data; of no leaves, the SHA-256 of nothing. */
export function merkleRoot(leaves: readonly Digest[]): Digest {
  return digest(rootOf(leaves.map(leafHash)).toString('hex'));
}

/**
 * The hashes that lead from one leaf to the root, bottom first (RFC 9162 §2.1.3.1).
 *
 * @param index of the leaf, from 0; outside the tree it throws a RangeError
 */
export function inclusionProof(leaves: readonly Digest[], index: number): readonly Digest[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index}`);
  return pathTo(leaves.map(leafHash), index).map((hash) => digest(hash.toString('hex')));
}

/** Whether a proof leads from a leaf to a root of a tree of `size` leaves (RFC 9162 §2.1.3.2). */
export function verifyInclusion({
  leaf,
  index,
  size,
  proof,
  root,
}: {
  readonly leaf: Digest;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Digest[];
  readonly root: Digest;
}): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let here = index;
  let last = size - 1;
  let hash = leafHash(leaf);
  for (const step of proof) {
    if (last === 0) return false;
    const sibling = Buffer.from(step, 'hex');
    if (here % 2 === 1 || here === last) {
      hash = nodeHash(sibling, hash);
      while (here % 2 === 0 && here !== 0) [here, last] = [half(here), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [here, last] = [half(here), half(last)];
  }
  return last === 0 && hash.toString('hex') === root;
}

const half = (number: number): number => Math.floor(number / 2);

const leafHash = (leaf: Digest): Buffer => sha256(LEAF, Buffer.from(leaf, 'hex'));
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only === undefined) return sha256();
  if (hashes.length === 1) return only;
  const cut = leftSize(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, cut)), rootOf(hashes.slice(cut)));
}

function pathTo(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length === 1) return [];
  const cut = leftSize(hashes.length);
  const [left, right] = [hashes.slice(0, cut), hashes.slice(cut)];
  return index < cut ? [...pathTo(left, index), rootOf(right)] : [...pathTo(right, index - cut), rootOf(left)];
}

/** The largest power of two smaller than a size of at least 2. */
function leftSize(size: number): number {
  return 2 ** (31 - Math.clz32(size - 1));
}
