import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest } from '../../../server/community/ids.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { inclusionProof, merkleRoot, verifyInclusion } from '../../../server/record/merkle.ts';

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
