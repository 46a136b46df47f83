import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import type { Matter } from '../../../server/governance/proposal.ts';
import type { QuorumRule } from '../../../server/governance/quorum.ts';
import { Q, quorumFor as quorumUnder } from '../../../server/governance/quorum.ts';

const ORDINARY: QuorumRule = { factor: [1, 1], floor: 5 };
const MATTERS: readonly Matter[] = ['ordinary', 'seats', 'federation', 'recall', 'charter'];
const quorumFor = (matter: Matter, active: number) => quorumUnder(matter, active, DEFAULT_PARAMETERS);

describe('the quorum', () => {
  it('has the worked values of the model, at 25, 100, 400 and 2500 active members', () => {
    const at = (matter: Matter) => [25, 100, 400, 2500].map((active) => quorumFor(matter, active));
    for (const matter of ['ordinary', 'seats'] as const) expect(at(matter)).toEqual([5, 10, 20, 50]);
    for (const matter of ['federation', 'recall'] as const) expect(at(matter)).toEqual([8, 15, 30, 75]);
    expect(at('charter')).toEqual([10, 20, 40, 100]);
  });

  it('never asks more than half of a small community', () => {
    expect([0, 1, 2, 3, 4, 9, 10].map((active) => quorumFor('ordinary', active))).toEqual([0, 1, 1, 2, 2, 5, 5]);
    expect([3, 13, 14].map((active) => quorumFor('charter', active))).toEqual([2, 7, 7]);
  });

  it('is what the charter says', () => {
    const strict = { ...DEFAULT_PARAMETERS, ordinaryQuorumPercent: 175, charterQuorumFloor: 20 };
    expect(quorumUnder('ordinary', 100, strict)).toBe(18);
    expect(quorumUnder('charter', 64, strict)).toBe(20);
    expect(quorumUnder('federation', 100, strict)).toBe(15);
  });

  it('is exact where a rounded root would not be: one member more than a square asks for one vote more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 3_000_000 }), (root) => {
        expect(Q(ORDINARY, root * root)).toBe(root);
        expect(Q(ORDINARY, root * root + 1)).toBe(root + 1);
      }),
    );
  });

  it('never falls when the community grows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MATTERS), fc.nat(1_000_000), (matter, active) => {
        expect(quorumFor(matter, active + 1)).toBeGreaterThanOrEqual(quorumFor(matter, active));
      }),
    );
  });
});
