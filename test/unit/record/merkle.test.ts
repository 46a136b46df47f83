import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest } from '../../../server/community/ids.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { addLeaf, type Frontier, frontierRoot, GrowingTree } from '../../../server/record/frontier.ts';
import {
  consistencyProof,
  inclusionProof,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from '../../../server/record/merkle.ts';

/** The leaves and roots with which Certificate Transparency's own implementations are tested (RFC 6962). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  digest,
);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => hashOf(index));

describe('the Merkle tree', () => {
  it('gives the roots that Certificate Transparency gives', () => {
    expect(ROOTS.map((_, index) => merkleRoot(LEAVES.slice(0, index + 1)))).toEqual(ROOTS);
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('proves every leaf of every small tree', () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const root = merkleRoot(leaves);
      leaves.forEach((leaf, index) => {
        const proof = inclusionProof(leaves, index);
        expect(verifyInclusion({ leaf, index, size, proof, root })).toBe(true);
      });
    }
  });

  it('does not prove a leaf that is not there, nor one at another place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, a, b) => {
        const [index, other] = [a % size, b % size];
        fc.pre(index !== other);
        const leaves = leavesOf(size);
        const [leaf, root, proof] = [hashOf(index), merkleRoot(leaves), inclusionProof(leaves, index)];
        expect(verifyInclusion({ leaf, index: other, size, proof, root })).toBe(false);
        expect(verifyInclusion({ leaf: hashOf('forged'), index, size, proof, root })).toBe(false);
        expect(verifyInclusion({ leaf, index, size, proof: proof.slice(1), root })).toBe(false);
        expect(verifyInclusion({ leaf, index, size, proof: [...proof, leaf], root })).toBe(false);
      }),
    );
    expect(() => inclusionProof(leavesOf(3), 3)).toThrow(RangeError);
  });
});

/** Proofs that Certificate Transparency's own implementations are tested with, over the leaves above. */
const PROOFS: readonly (readonly [first: number, size: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

describe('a growing tree', () => {
  it('has at each size the root of all its leaves, from a few hashes alone', () => {
    const leaves = leavesOf(130);
    const growing = new GrowingTree();
    let frontier: Frontier = [];
    leaves.forEach((leaf, size) => {
      frontier = addLeaf(frontier, size, leaf);
      growing.add(leaf);
      const root = merkleRoot(leaves.slice(0, size + 1));
      expect([frontierRoot(frontier), growing.root()]).toEqual([root, root]);
      expect(frontier.length).toBeLessThanOrEqual(8);
    });
    expect(frontierRoot([])).toBe(merkleRoot([]));
  });

  it('is the same when whole parts of it are added at once', () => {
    const leaves = leavesOf(77);
    const growing = new GrowingTree();
    for (let nth = 0; nth < 4; nth += 1) growing.addWhole(merkleRoot(leaves.slice(nth * 16, (nth + 1) * 16)), nth, 16);
    for (const leaf of leaves.slice(64)) growing.add(leaf);
    expect(growing.root()).toBe(merkleRoot(leaves));
  });
});

describe('heads of one record (P9)', () => {
  const head = (leaves: readonly ReturnType<typeof digest>[]) => ({ size: leaves.length, root: merkleRoot(leaves) });

  it('are proven consistent as Certificate Transparency proves it', () => {
    for (const [first, size, proof] of PROOFS) {
      const leaves = LEAVES.slice(0, size);
      expect(consistencyProof(leaves, first)).toEqual(proof);
      expect(verifyConsistency(head(LEAVES.slice(0, first)), head(leaves), proof.map(digest))).toBe(true);
    }
  });

  it('are consistent at any two sizes', () => {
    const leaves = leavesOf(40);
    for (let size = 0; size <= leaves.length; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const later = leaves.slice(0, size);
        const proof = consistencyProof(later, first);
        expect(verifyConsistency(head(later.slice(0, first)), head(later), proof)).toBe(true);
      }
    }
    expect(() => consistencyProof(leaves, 41)).toThrow(RangeError);
  });

  it('are not, when anything in the earlier one was changed, whatever proof is shown', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.nat());
    fc.assert(
      fc.property(sizes, fc.nat(), ([first, more, which], cut) => {
        const leaves = leavesOf(first + more);
        const forked = leaves.map((leaf, index) => (index === which % first ? hashOf('forged') : leaf));
        const [earlier, later] = [head(leaves.slice(0, first)), head(forked)];
        for (const proof of [consistencyProof(forked, first), consistencyProof(leaves, first)])
          expect(verifyConsistency(earlier, later, proof)).toBe(false);
        const honest = consistencyProof(leaves, first);
        const whole = head(leaves);
        expect(verifyConsistency(earlier, whole, [...honest, hashOf('more')])).toBe(false);
        if (honest.length > 0) {
          const place = cut % honest.length;
          expect(verifyConsistency(earlier, whole, honest.toSpliced(place, 1))).toBe(false);
          expect(verifyConsistency(earlier, whole, honest.with(place, hashOf('other')))).toBe(false);
        }
        expect(verifyConsistency(whole, earlier, honest)).toBe(more === 0);
      }),
    );
  });
});
