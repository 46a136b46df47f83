import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proveConsistency, proveInclusion, rootAt } from '../../../server/actions/record-tree.ts';
import type { Digest } from '../../../server/community/ids.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { merkleRoot, verifyConsistency, verifyInclusion } from '../../../server/record/merkle.ts';
import { GUILD } from '../governance/village.ts';

const leaves = Array.from({ length: 1100 }, (_, nth) => sha256(String(nth)));

/** A record that is kept somewhere, and how many hashes were read of it. */
function stored(hashes: readonly Digest[] = leaves) {
  const read = { hashes: 0 };
  const record = {
    hashes: async (_: unknown, from: number, to: number) => {
      read.hashes += to - from;
      return hashes.slice(from, to);
    },
  };
  return { record, read };
}

describe('the tree over a record that is kept in a database', () => {
  const house = stored();
  const size = fc.integer({ min: 1, max: leaves.length });

  it('has the same root and proofs as if all of it were at hand', async () => {
    for (const at of [0, 1, 255, 256, 257, 512, 600, 1024, 1100])
      expect(await rootAt(house, GUILD, at)).toBe(merkleRoot(leaves.slice(0, at)));
    await fc.assert(
      fc.asyncProperty(size, size, async (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const [earlier, later] = [first, last].map((at) => ({ size: at, root: merkleRoot(leaves.slice(0, at)) }));
        if (earlier === undefined || later === undefined) return;
        const proof = await proveConsistency(house, GUILD, { first, size: last });
        expect(verifyConsistency(earlier, later, proof)).toBe(true);
        const path = await proveInclusion(house, GUILD, { seq: first, size: last });
        const leaf = leaves[first - 1] ?? sha256('');
        expect(verifyInclusion({ leaf, index: first - 1, size: last, proof: path, root: later.root })).toBe(true);
      }),
    );
  });

  it('is read once: afterwards a proof costs no more than its last part', async () => {
    const again = stored();
    await rootAt(again, GUILD, 1100);
    const before = again.read.hashes;
    await rootAt(again, GUILD, 1100);
    expect(again.read.hashes - before).toBe(1100 % 256);
  });

  it('is a fault when an entry is missing', async () => {
    await expect(rootAt(stored(leaves.slice(0, 700)), GUILD, 1100)).rejects.toThrow(RecordFault);
  });
});
