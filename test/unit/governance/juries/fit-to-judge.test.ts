import { expect, it } from '@jest/globals';
import { organisation } from '../../../../server/community/ids.ts';
import { exceedsCap, organisationCap } from '../../../../server/governance/juries/draw.ts';
import { NO_RECUSALS, type Recusals } from '../../../../server/governance/juries/recusals.ts';
import { answerCall, overdueRecusal, placeOf } from '../../../../server/governance/juries/seating.ts';
import { codeOf, hostOf, mallory } from '../village.ts';
import { drawn, jury, town } from './town.ts';

const village = town();
const id = drawn(village);
const [first = mallory, ...others] = village.courthouse.jurors(village, id);
const seating = (recusals: Partial<Recusals> = {}, more: object = {}) => ({
  ...village.courthouse.seating(village, id),
  recusals: { ...NO_RECUSALS, ...recusals },
  ...more,
});
const before = jury(village, id);
const withJury = (more: object) => ({
  state: { ...village.state, juries: new Map([[id, { ...before, ...more } as typeof before]]) },
});

it('an organisation has a third of the seats of a jury, rounded up, and no more', () => {
  const from = (...hosts: readonly string[]) =>
    hosts.map((host) => ({ organisation: organisation(host), leaf: '' as never }));
  expect([5, 7, 9].map(organisationCap)).toEqual([2, 3, 3]);
  expect(exceedsCap(from('n', 'n', 's', 's', 'e'), 5)).toBe(false);
  expect(exceedsCap(from('n', 's', 'n', 'e', 'n'), 5)).toBe(true);
  expect(exceedsCap(from('n', 'n', 'n'), 9)).toBe(false);
  expect(exceedsCap([], 5)).toBe(false);
});

it('whose organisation is a party’s goes out, unless there are too few organisations for that', () => {
  const host = hostOf(first);
  const organisations = [host];
  expect(overdueRecusal(seating())).toBeNull();
  expect(overdueRecusal(seating({ organisations }))).toMatchObject({ value: { juror: 1, why: 'conflict' } });
  expect(overdueRecusal(seating({ organisations: [organisation('far.example')] }))).toBeNull();
  expect(overdueRecusal(seating({ organisations }, withJury({ relaxed: ['organisations'] })))).toBeNull();
  expect(overdueRecusal(seating({ organisations }, withJury({ relaxed: ['yearly'] })))).toMatchObject({
    value: { juror: 1 },
  });
  expect(overdueRecusal(seating({ persons: new Set([others[0] ?? first]) }))).toMatchObject({
    value: { juror: 2, why: 'conflict' },
  });
  // Who is out already does not go out once more.
  const seats = before.seats.map((seat, at) => (at === 1 ? { ...seat, standing: 'out' as const } : seat));
  expect(overdueRecusal(seating({ persons: new Set([others[0] ?? first]) }, withJury({ seats })))).toBeNull();
});

it('only who was drawn answers, while there is something left to do', () => {
  const answer = (by = first, more: object = {}, what: 'accept' | 'decline' | 'recuse' = 'accept') =>
    codeOf(answerCall({ ...seating({}, more), by: [by], answer: what }));
  expect([answer(), answer(mallory)]).toEqual(['accepted', 'not-a-juror']);
  const phases = ['answering', 'voting', 'deliberation', 'counting', 'decided', 'dissolved'];
  expect(phases.map((state) => answer(first, withJury({ phase: { state } })))).toEqual([
    ...['accepted', 'accepted', 'accepted', 'too-late', 'too-late', 'too-late'],
  ]);
  const accepted = before.seats.map((seat) => ({ ...seat, standing: 'accepted' as const }));
  expect([
    answer(first, withJury({ seats: accepted })),
    answer(first, withJury({ seats: accepted }), 'recuse'),
  ]).toEqual([...['already-answered', 'accepted']]);
  const answerBy = before.seats[0]?.answerBy ?? village.now;
  const at = (time: Date) => answer(first, { now: time });
  expect([at(new Date(answerBy.getTime() - 1)), at(answerBy)]).toEqual(['accepted', 'too-late']);
  const { pool } = seating();
  expect([placeOf(before, pool, [mallory, first]), placeOf(before, pool, [mallory])]).toEqual([1, null]);
  const out = { ...before, seats: before.seats.map((seat) => ({ ...seat, standing: 'out' as const })) };
  expect(placeOf(out, pool, [first])).toBeNull();
});
