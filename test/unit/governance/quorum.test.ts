import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuorumRule } from '../../../server/governance/quorum.ts';
import { Q, QUORUMS, quorumFor } from '../../../server/governance/quorum.ts';

const FEDERATION: QuorumRule = { factor: [3, 2], floor: 5 };

describe('the quorum', () => {
  it('has the worked values of the model, at 25, 100, 400 and 2500 active members', () => {
    const at = (rule: QuorumRule) => [25, 100, 400, 2500].map((active) => Q(rule, active));
    expect(at(QUORUMS.ordinary)).toEqual([5, 10, 20, 50]);
    expect(at(FEDERATION)).toEqual([8, 15, 30, 75]);
    expect(at(QUORUMS.charter)).toEqual([10, 20, 40, 100]);
  });

  it('never asks more than half of a small community', () => {
    expect([0, 1, 2, 3, 4, 9, 10].map((active) => quorumFor('ordinary', active))).toEqual([0, 1, 1, 2, 2, 5, 5]);
    expect([3, 13, 14].map((active) => quorumFor('charter', active))).toEqual([2, 7, 7]);
  });

  it('is exact where a rounded root would not be: one member more than a square asks for one vote more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 3_000_000 }), (root) => {
        expect(Q(QUORUMS.ordinary, root * root)).toBe(root);
        expect(Q(QUORUMS.ordinary, root * root + 1)).toBe(root + 1);
      }),
    );
  });

  it('never falls when the community grows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(QUORUMS), FEDERATION), fc.nat(1_000_000), (rule, active) => {
        expect(Q(rule, active + 1)).toBeGreaterThanOrEqual(Q(rule, active));
      }),
    );
  });
});
