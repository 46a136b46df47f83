import type { Digest } from '../community/ids.ts';
import { emptyRoot, leafHash, leftSize, nodeHash } from './tree-hash.ts';

/** The root over leaves given as hexadecimal data; of no leaves, the SHA-256 of nothing (RFC 9162 §2.1.1). */
export function merkleRoot(leaves: readonly Digest[]): Digest {
  return rootOf(leaves.map(leafHash));
}

/** Leaves from `from` (counted from 0) up to, and without, `to`: a part of a tree, whose root is a step of a proof. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Of which parts of a tree a proof for one leaf is made, bottom first (RFC 9162 §2.1.3.1): whoever keeps the leaves
 * reads no more than these.
 *
 * @param index of the leaf, from 0; outside the tree it throws a RangeError
 */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index}`);
  const below = (from: number, to: number): Span[] => {
    if (to - from === 1) return [];
    const cut = from + leftSize(to - from);
    return index < cut ? [...below(from, cut), { from: cut, to }] : [...below(cut, to), { from, to: cut }];
  };
  return below(0, size);
}

/**
 * Of which parts the proof is made that a tree of `size` leaves begins with the tree of its first `first` leaves
 * (RFC 9162 §2.1.4.1). Nothing to prove where both are the same, or the first is empty.
 */
export function consistencySpans(first: number, size: number): readonly Span[] {
  if (!Number.isInteger(first) || first < 0 || first > size) throw new RangeError(`no tree of ${first} leaves in it`);
  const below = (from: number, to: number, whole: boolean): Span[] => {
    if (to === first) return whole ? [] : [{ from, to }];
    const cut = from + leftSize(to - from);
    return first <= cut
      ? [...below(from, cut, whole), { from: cut, to }]
      : [...below(cut, to, false), { from, to: cut }];
  };
  return first === 0 || first === size ? [] : below(0, size, true);
}

/** The hashes that lead from one leaf to the root, bottom first. Outside the tree it throws a RangeError. */
export function inclusionProof(leaves: readonly Digest[], index: number): readonly Digest[] {
  return inclusionSpans(index, leaves.length).map(({ from, to }) => merkleRoot(leaves.slice(from, to)));
}

/** The hashes that prove that a tree begins with its first leaves. */
export function consistencyProof(leaves: readonly Digest[], first: number): readonly Digest[] {
  return consistencySpans(first, leaves.length).map(({ from, to }) => merkleRoot(leaves.slice(from, to)));
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
  if (!Number.isInteger(index) || index < 0 || index >= size || !proof.every(isHash)) return false;
  let here = index;
  let last = size - 1;
  let hash = leafHash(leaf);
  for (const step of proof) {
    if (last === 0) return false;
    if (here % 2 === 1 || here === last) {
      hash = nodeHash(step, hash);
      while (here % 2 === 0 && here !== 0) [here, last] = [half(here), half(last)];
    } else {
      hash = nodeHash(hash, step);
    }
    [here, last] = [half(here), half(last)];
  }
  return last === 0 && hash === root;
}

/** A tree as far as others know it: how many leaves, and the root over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Digest;
}

/** Whether a proof shows that the later tree begins with all of the earlier one (RFC 9162 §2.1.4.2). */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: readonly Digest[]): boolean {
  if (!Number.isInteger(earlier.size) || !Number.isInteger(later.size) || earlier.size < 0) return false;
  if (earlier.size > later.size || !proof.every(isHash)) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  if (earlier.size === 0) return proof.length === 0 && earlier.root === emptyRoot();
  let here = earlier.size - 1;
  let last = later.size - 1;
  while (here % 2 === 1) [here, last] = [half(here), half(last)];
  // Where the earlier tree is a whole part of the later one, its root is where the proof begins.
  const [start, ...steps] = here === 0 ? [earlier.root, ...proof] : proof;
  if (start === undefined) return false;
  let before: Digest = start;
  let after: Digest = start;
  for (const step of steps) {
    if (last === 0) return false;
    if (here % 2 === 1 || here === last) {
      before = nodeHash(step, before);
      after = nodeHash(step, after);
      while (here % 2 === 0 && here !== 0) [here, last] = [half(here), half(last)];
    } else {
      after = nodeHash(after, step);
    }
    [here, last] = [half(here), half(last)];
  }
  return last === 0 && before === earlier.root && after === later.root;
}

const isHash = (step: string): boolean => /^[0-9a-f]{64}$/.test(step);
const half = (number: number): number => Math.floor(number / 2);

function rootOf(hashes: readonly Digest[]): Digest {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  const cut = leftSize(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, cut)), rootOf(hashes.slice(cut)));
}
