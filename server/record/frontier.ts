import type { Digest } from '../community/ids.ts';
import { emptyRoot, leafHash, nodeHash } from './tree-hash.ts';

/**
 * What of a growing Merkle tree has to be kept to go on (RFC 9162 §2.1.2): the roots of the whole subtrees it consists
 * of, largest first. There are as many as the size has ones in binary. The root of any size is then a few hashes away,
 * and an append costs one hash of a node on average.
 */
export type Frontier = readonly Digest[];

/** The frontier after one more leaf. @param size of the tree before */
export function addLeaf(frontier: Frontier, size: number, leaf: Digest): Frontier {
  const merged = trailingOnes(size);
  let node = leafHash(leaf);
  for (let nth = 1; nth <= merged; nth += 1) node = nodeHash(frontier[frontier.length - nth] ?? '', node);
  const grown = frontier.slice(0, frontier.length - merged);
  grown.push(node);
  return grown;
}

/** The root that a frontier stands for. */
export function frontierRoot(frontier: Frontier): Digest {
  return folded(frontier);
}

/** The same for reading a whole record: changed in place, so that a million entries cost no more than their hashes. */
export class GrowingTree {
  size = 0;
  private readonly peaks: Digest[] = [];

  /** @param leaf data, hexadecimal */
  add(leaf: string): void {
    this.push(leafHash(leaf), this.size);
    this.size += 1;
  }

  /**
   * Adds the root of a whole subtree as if its leaves were added one by one. @param nth how many subtrees of that size
   * there are before it
   */
  addWhole(root: Digest, nth: number, leaves: number): void {
    this.push(root, nth);
    this.size += leaves;
  }

  root(): Digest {
    return folded(this.peaks);
  }

  private push(hash: Digest, place: number): void {
    let node = hash;
    for (let merged = trailingOnes(place); merged > 0; merged -= 1) node = nodeHash(this.peaks.pop() ?? '', node);
    this.peaks.push(node);
  }
}

function folded(peaks: readonly Digest[]): Digest {
  return peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** How many whole subtrees at the end grow together with a new one. */
function trailingOnes(size: number): number {
  let ones = 0;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) ones += 1;
  return ones;
}
