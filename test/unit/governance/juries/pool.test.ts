import { describe, expect, it } from '@jest/globals';
import { organisation, type PersonIri, proposalId } from '../../../../server/community/ids.ts';
import { checkPool } from '../../../../server/governance/juries/pool.ts';
import { alice, Village } from '../village.ts';
import {
  accept,
  call,
  drawn,
  east,
  everybody,
  faultsIn,
  INTERPRETATION,
  jury,
  north,
  poolOf,
  south,
  town,
  west,
} from './town.ts';

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

  it('rests those who have been called four times this year, as long as enough others are left', () => {
    const village = town();
    const times = new Map<PersonIri, number>();
    for (let number = 1; number <= 16; number += 1) {
      const id = drawn(village, { kind: 'challenge', proposal: proposalId(number) }, 3);
      for (const juror of village.courthouse.jurors(village, id)) times.set(juror, (times.get(juror) ?? 0) + 1);
      accept(village, id);
      village.pass(6);
      for (const member of everybody.slice(0, 2)) village.write({ kind: 'member-left', member });
      for (const member of everybody.slice(0, 2)) village.join(member);
    }
    expect(Math.max(...times.values())).toBeLessThanOrEqual(4);
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
