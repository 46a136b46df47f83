import { describe, expect, it } from '@jest/globals';
import type { JuryId } from '../../../server/community/ids.ts';
import { addHours } from '../../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { lateFrom, QUICKNET, roundTime } from '../../../server/governance/juries/beacon.ts';
import { isSignatureOf } from '../../../server/governance/juries/beacon-signature.ts';
import { callOf } from '../../../server/governance/juries/call.ts';
import { commitmentTo } from '../../../server/governance/juries/seed.ts';
import { verifyRound } from '../../../server/governance/juries/verify-round.ts';
import { FOREIGN_1000, ROUND_1000, ROUNDS } from '../../support/drand-rounds.ts';
import { atRound, call, drandTown, drawn, jury, OPTIONS, PURPOSE } from './drand-town.ts';
import { bob, Village } from './village.ts';

describe('a record of which a draw from drand is told wrongly is not read', () => {
  const frozen = (village: Village) =>
    village.entries.findLast(({ event }) => event.kind === 'jury-pool-frozen')?.event as Extract<
      GovernanceEvent,
      { kind: 'jury-pool-frozen' }
    >;
  /** Everything up to the call, and the entry that freezes the pool as it should be. */
  function called() {
    const honest = drandTown();
    call(honest);
    const event = frozen(honest);
    const village = drandTown();
    village.courtSits = false;
    village.write(callOf(village.state, { purpose: PURPOSE, size: 5, question: 'Which?', options: OPTIONS }));
    return { village, event };
  }

  it.each([
    ['a past round', { round: 256 }],
    ['a round that is out in nine minutes', { round: 980 }],
    ['a later round than is due', { round: 1020 }],
    ['a round of another chain', { chain: 'cc9c398442737cbd141526600919edd69f1d6f9b4adb67e4d912fbc64341a9a5' }],
  ])('%s is named', (_, change) => {
    const { village, event } = called();
    const beacon = { chain: QUICKNET.hash, round: 1000, ...change };
    expect(() => village.write({ ...event, beacon, until: lateFrom(beacon.round) })).toThrow(/is to be 1000 of chain/);
    expect(village.write(event).event).toEqual(event);
  });

  it('no round is named although the charter says so, or the time to hand it in is another', () => {
    const { village, event } = called();
    const { beacon: _, ...without } = event;
    expect(() => village.write(without)).toThrow(/drawn from something else/);
    expect(() => village.write({ ...event, until: roundTime(1000) })).toThrow(/is to be 1000/);
  });

  it('a jury is called otherwise than the charter draws', () => {
    const village = drandTown();
    const { source: _, ...event } = callOf(village.state, {
      purpose: PURPOSE,
      size: 5,
      question: 'Which?',
      options: OPTIONS,
    });
    expect(() => village.write(event)).toThrow(/draws J-1 differently/);
    const plain = Village.of(bob);
    expect(() => plain.write({ ...event, source: 'drand' })).toThrow(/draws J-1 differently/);
  });

  it('a round is given before its time, for another jury’s round, twice, or given up before its day is over', () => {
    const village = drandTown();
    village.courtSits = false;
    village.write(callOf(village.state, { purpose: PURPOSE, size: 5, question: 'Which?', options: OPTIONS }));
    village.write(called().event);
    const given = {
      kind: 'beacon-round-given',
      jury: 'J-1' as JuryId,
      round: 1000,
      signature: ROUND_1000.signature,
    } as const;
    const missed = {
      kind: 'beacon-round-missed',
      jury: 'J-1' as JuryId,
      why: 'no-answer',
      asked: [],
      until: village.now,
    } as const;
    expect(() => village.write(given)).toThrow(/not published yet/);
    atRound(village);
    expect(() => village.write({ ...given, round: 256, signature: ROUNDS[2]?.signature ?? '' })).toThrow(
      /another round/,
    );
    expect(() => village.write(missed)).toThrow(/still waits/);
    const late = { kind: 'beacon-round-late', jury: 'J-1' as JuryId, until: addHours(lateFrom(1000), 24) } as const;
    expect(() => village.write(late)).toThrow(/not missing yet/);
    village.now = lateFrom(1000);
    expect(() => village.write({ ...late, until: lateFrom(1000) })).toThrow(/to wait for a day/);
    village.write(late);
    expect(() => village.write(late)).toThrow(/was missing/);
    village.now = new Date(late.until.getTime() - 1);
    expect(() => village.write(missed)).toThrow(/still waits/);
    village.write(given);
    expect(() => village.write(given)).toThrow(/stands in drawing/);
    expect(() => village.write(missed)).toThrow(/stands in drawing/);
  });

  it('a signature is forged: whoever verifies the record names the entry', () => {
    const { village } = drawn();
    const entry = village.entries.find(({ event }) => event.kind === 'beacon-round-given');
    if (entry?.event.kind !== 'beacon-round-given') throw new Error('there is no round');
    const forged = { ...entry, event: { ...entry.event, signature: FOREIGN_1000 } };
    expect(() => verifyRound(forged, isSignatureOf)).toThrow(
      `Entry ${entry.head.seq}: this is not the signature of round 1000`,
    );
  });

  it('the seed is another than the round gives', () => {
    const { village, id } = drawn();
    const other = drandTown();
    other.courtSits = false;
    for (const { event, head } of village.entries.slice(other.entries.length, -1)) {
      other.now = head.at;
      other.write(event);
    }
    const last = village.entries.at(-1)?.event;
    if (last?.kind !== 'jury-drawn') throw new Error('it was not drawn');
    expect(() => other.write({ ...last, seed: commitmentTo('another seed') })).toThrow(
      /does not follow from its round/,
    );
    other.write(last);
    expect(jury(other, id).seed).toBe(jury(village, id).seed);
  });
});
