import { describe, expect, it } from '@jest/globals';
import { organisation, type PersonIri, proposalId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { checkPool } from '../../../../server/governance/juries/pool.ts';
import { callsThisYear } from '../../../../server/governance/juries/serving.ts';
import { alice, Village } from '../village.ts';
import { accept, call, drawn, east, faultsIn, INTERPRETATION, jury, north, poolOf, south, town, west } from './town.ts';

const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);

describe('the pool', () => {
  it('has no newcomer, nobody who left, nobody who has long done nothing, and no clerk', () => {
    const village = Village.of(...south, ...east);
    village.pass(40);
    village.join(west[0] as PersonIri);
    for (const person of [...north.slice(0, 2)]) village.join(person);
    village.pass(31);
    village.join(west[1] as PersonIri);
    village.write({ kind: 'member-left', member: west[0] as PersonIri });
    const id = call(village);
    expect(poolOf(village, id)?.toSorted()).toEqual(north.slice(0, 2).toSorted());
  });

  it('has no party, and none of the organisations of reporters while three others are left', () => {
    const village = town();
    const organisations = [organisation('west.example')];
    village.courthouse.recused = { persons: new Set([north[0] as PersonIri]), organisations };
    const id = call(village);
    const pool = poolOf(village, id) ?? [];
    expect(pool).not.toContain(north[0]);
    for (const person of west) expect(pool).not.toContain(person);
    expect(jury(village, id).relaxed).toEqual([]);
  });

  it('keeps those organisations where fewer than three would be left, and says so; never a party', () => {
    const village = town([...south, ...north]);
    const organisations = [organisation('south.example')];
    village.courthouse.recused = { persons: new Set([south[0] as PersonIri]), organisations };
    const id = drawn(village);
    expect(poolOf(village, id)).toContain(south[1]);
    expect(poolOf(village, id)).not.toContain(south[0]);
    expect(jury(village, id).relaxed).toContain('organisations');
    accept(village, id);
    village.pass(1);
    expect(jury(village, id).seats.every(({ standing }) => standing === 'accepted')).toBe(true);
  });

  it('has nobody who is on another jury, from the moment she is asked', () => {
    const village = town();
    const first = drawn(village);
    const busy = village.courthouse.jurors(village, first);
    const second = drawn(village, { kind: 'challenge', proposal: proposalId(1) });
    for (const juror of busy) expect(poolOf(village, second)).not.toContain(juror);
  });

  it('two pools frozen at once draw nobody twice', () => {
    const village = town();
    const first = call(village, INTERPRETATION, 9);
    const second = call(village, { kind: 'challenge', proposal: proposalId(1) }, 9);
    village.pass(1);
    const on = [...village.courthouse.jurors(village, first), ...village.courthouse.jurors(village, second)];
    expect(new Set(on).size).toBe(on.length);
    expect(jury(village, second).drawings[0]?.skipped.map(({ why }) => why)).toContain('serves-elsewhere');
    expect(faultsIn(village, second)).toEqual([]);
  });

  it('rests those who have been called often enough this year, as long as enough others are left', () => {
    const village = town();
    const { parameters } = village.state.charter;
    village.state = {
      ...village.state,
      charter: { ...village.state.charter, parameters: { ...parameters, juriesPerYear: 1 } },
    };
    const judged = (number: number) => {
      const id = drawn(village, { kind: 'challenge', proposal: proposalId(number) }, 5);
      const jurors = accept(village, id);
      const pool = poolOf(village, id) ?? [];
      const { relaxed } = jury(village, id);
      village.pass(7);
      return { jurors, pool, relaxed, yearly: relaxed.includes('yearly') };
    };
    const [first, second] = [judged(1), judged(2)];
    expect(first.pool).toHaveLength(16);
    expect(second.yearly).toBe(false);
    for (const juror of first.jurors) expect(second.pool).not.toContain(juror);
    expect([second.pool.length, judged(3).pool.length]).toEqual([11, 6]);
    // One is left who has not been called: too few, so that everybody can be.
    const fourth = judged(4);
    expect([fourth.yearly, fourth.pool.length]).toEqual([true, 16]);
    const drawnAt = [...village.state.juries.values()][0]?.seats[0]?.drawnAt ?? village.now;
    const called = (at: Date) => [...callsThisYear(village.state, village.courthouse.pools, at).values()];
    const sum = (calls: readonly number[]) => calls.reduce((all, one) => all + one, 0);
    expect(sum(called(village.now))).toBe(20);
    expect(Math.max(...called(village.now))).toBeGreaterThan(1);
    // A year after the first was drawn its calls are forgotten, to the moment.
    expect([sum(called(momentBefore(addDays(drawnAt, 365)))), sum(called(addDays(drawnAt, 365)))]).toEqual([20, 15]);
  });

  it('is enough when it has exactly as many as are wanted, and says so where it has fewer', () => {
    const village = town();
    expect(jury(village, call(village, INTERPRETATION, 16)).relaxed).toEqual([]);
    const other = town();
    expect(jury(other, call(other, INTERPRETATION, 17)).relaxed).toEqual(['small-pool']);
  });

  it('has no clerk, who knows who reported', () => {
    const village = town();
    const until = addDays(village.now, 99);
    const clerk = {
      member: east[0] as PersonIri,
      organisation: organisation('east.example'),
      since: village.now,
      until,
    };
    const holders = new Map([
      ...village.state.holders,
      ['clerk' as const, [{ ...clerk, terms: 1, by: proposalId(1) }]],
    ]);
    village.state = { ...village.state, holders };
    expect(poolOf(village, call(village))).not.toContain(east[0]);
  });

  it('for an appeal has nobody who sat on the first jury', () => {
    const village = town();
    const first = drawn(village, { kind: 'case', case: 'C-1' as never });
    const before = accept(village, first);
    village.pass(10);
    const second = call(village, { kind: 'appeal', case: 'C-1' as never }, 9);
    for (const juror of before) expect(poolOf(village, second)).not.toContain(juror);
  });

  it('that was changed in the database does not fit its root', () => {
    const village = town();
    const id = call(village);
    const pool = village.courthouse.pools.get(id);
    if (pool === undefined) throw new Error('there is no pool');
    expect(checkPool(pool, jury(village, id))).toBe(true);
    const [first, ...rest] = pool.entries;
    const forged = { ...pool, entries: [{ ...(first as NonNullable<typeof first>), member: alice }, ...rest] };
    expect(checkPool(forged, jury(village, id))).toBe(false);
    expect(checkPool({ ...pool, entries: rest }, jury(village, id))).toBe(false);
  });
});
