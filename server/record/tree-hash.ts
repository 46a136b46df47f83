import { hash } from 'node:crypto';
import type { Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';

/**
 * How the tree of RFC 9162 §2.1 hashes (the same as RFC 6962's). Leaves and inner nodes are hashed with different first
 * bytes, so that nobody can pass a node off as a leaf. Hashes are hexadecimal digits: Node makes those twice as fast as
 * it makes buffers.
 */
const SIZE = 32;
/** Filled and hashed in one go each time, so that no two uses meet in them. */
const leafData = Buffer.alloc(1 + SIZE, 0x00);
const nodeData = Buffer.alloc(1 + 2 * SIZE, 0x01);

/** The hash of a leaf, whose data is given as hexadecimal digits. */
export function leafHash(leaf: string): Digest {
  if (leaf.length !== 2 * SIZE) return digest(hash('sha256', Buffer.from(`00${leaf}`, 'hex'), 'hex'));
  fill(leafData, leaf, 1);
  return digest(hash('sha256', leafData, 'hex'));
}

/** The hash of a node over two others. */
export function nodeHash(left: string, right: string): Digest {
  fill(nodeData, left, 1);
  fill(nodeData, right, 1 + SIZE);
  return digest(hash('sha256', nodeData, 'hex'));
}

/** What is no hash must not leave half of another one in its place. */
function fill(data: Buffer, hash: string, at: number): void {
  if (hash.length !== 2 * SIZE || data.write(hash, at, 'hex') !== SIZE) throw new TypeError('that is no SHA-256 hash');
}

/** The root of a tree without leaves. */
export const emptyRoot = (): Digest => digest(hash('sha256', '', 'hex'));

/** The largest power of two smaller than a size of at least 2. */
export function leftSize(size: number): number {
  return 2 ** (31 - Math.clz32(size - 1));
}
