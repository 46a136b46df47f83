import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benchGovernance, GOVERNANCE_MEASURES } from './governance/governance.ts';
import { report } from './governance/report.ts';
import { openTidy, type Tidy } from './support/tidy.ts';

describe('the governance bench', () => {
  let tidy: Tidy;
  beforeAll(async () => {
    tidy = await openTidy();
  });
  afterAll(() => tidy.close());

  it('casts, counts and verifies all that it says, and says of every goal whether it was reached', async () => {
    // Each measure counts what it did itself, and throws when something is missing.
    const plan = { measures: GOVERNANCE_MEASURES, rounds: 1, members: 40, ballots: 100, entries: 500 };
    const found = await benchGovernance(plan, { tidy, say: () => {} });
    expect(found.casting.map(({ atOnce, ballots }) => [atOnce, ballots])).toEqual([
      [1, 40],
      [20, 40],
      [64, 40],
    ]);
    expect(found.tally.map(({ name, ballots }) => [name, ballots])).toEqual([
      ['yes-no', 100],
      ['schulze', 100],
      ['stv', 100],
    ]);
    expect(found.record.map(({ way, entries }) => [way, entries])).toEqual([
      ['whole', 500],
      ['chain', 500],
      ['standalone', 500],
    ]);
    const text = report(found);
    const goals = text.slice(text.indexOf('Goals')).split('\n\n')[0]?.split('\n').slice(3) ?? [];
    expect(goals.length).toBe(9);
    expect(goals.filter((line) => !/ (NOT )?reached$/.test(line))).toEqual([]);
  });
});
