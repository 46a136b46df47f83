import { describe, expect, it } from '@jest/globals';
import { digest, juryId, organisation } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import type { JuryEvent } from '../../../../server/governance/events/juries.ts';
import type { EventOf, GovernanceEvent } from '../../../../server/governance/events.ts';
import { lateFrom, QUICKNET, roundTime } from '../../../../server/governance/juries/beacon.ts';
import { purposeKey } from '../../../../server/governance/juries/jury.ts';
import type { Jury } from '../../../../server/governance/juries/state.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { accept, call, drawn, INTERPRETATION, north, phase, south, town } from '../juries/town.ts';
import { hostOf, mallory, type Village } from '../village.ts';
import { momentBefore, stateAfter, told } from './telling.ts';

const J1 = juryId(1);
type Told<Kind extends GovernanceEvent['kind']> = {
  readonly before: Pick<Village, 'state' | 'now'>;
  readonly event: EventOf<Kind>;
};

/** A jury’s whole life, seed and verdict: each entry, with the record as it stood before it. */
class Life {
  private readonly steps: { before: Pick<Village, 'state' | 'now'>; event: GovernanceEvent }[] = [];

  constructor() {
    const village = town();
    const write = village.write.bind(village);
    village.write = (event) => {
      if ('jury' in event) this.steps.push({ before: { state: village.state, now: village.now }, event });
      return write(event);
    };
    const id = call(village);
    const [one, other] = [north[0], south[0]] as const;
    for (const by of [one, other])
      if (by)
        village.write({
          kind: 'seed-committed',
          jury: id,
          by,
          organisation: hostOf(by),
          commitment: digest(hashOf(by)),
        });
    village.pass(1);
    if (one) village.write({ kind: 'seed-revealed', jury: id, by: one, secret: 'so it is' });
    village.pass(1);
    const jurors = accept(village, id);
    for (const juror of jurors) village.courthouse.vote(village, id, juror, 'mild');
    village.pass(4);
    for (const juror of jurors) village.courthouse.vote(village, id, juror, 'mild');
    village.pass(4);
  }

  get kinds(): readonly JuryEvent['kind'][] {
    return [...new Set(this.steps.map(({ event }) => event.kind as JuryEvent['kind']))];
  }

  of<Kind extends GovernanceEvent['kind']>(kind: Kind, place: 'first' | 'last' = 'first'): Told<Kind> {
    const found = this.steps.filter(({ event }) => event.kind === kind).at(place === 'first' ? 0 : -1);
    if (found === undefined) throw new Error(`there is no ${kind}`);
    return found as Told<Kind>;
  }
}
const life = new Life();

/** What can be done until a step is taken, so that the step could have been taken then as well. */
const UNTIL: Readonly<Partial<Record<GovernanceEvent['kind'], GovernanceEvent['kind']>>> = {
  'seed-closed': 'seed-committed',
  'jury-drawn': 'seed-revealed',
  'jury-vote-opened': 'juror-accepted',
  'jury-vote-ended': 'jury-reminded',
};

describe('a record is not read in which a jury', () => {
  it('goes through all of its life', () => {
    expect(life.kinds).toEqual([
      ...['jury-called', 'jury-pool-frozen', 'seed-committed', 'seed-closed', 'seed-revealed', 'jury-drawn'],
      ...[
        'juror-accepted',
        'jury-vote-opened',
        'jury-reminded',
        'jury-vote-ended',
        'jury-vote-counted',
        'jury-verdict',
      ],
    ]);
  });

  it.each(life.kinds)('takes a step out of its order, or is another one: %s', (kind) => {
    const { before, event } = life.of(kind);
    // Each step where it was taken the first time, and nowhere else.
    const when = life.kinds.filter((at) => told(life.of(at).before, event) === 'read');
    const also = UNTIL[kind];
    expect(when).toEqual([...(also === undefined ? [] : [also]), kind]);
    if (kind === 'jury-called') return;
    expect(told(before, { ...event, jury: juryId(7) } as never)).toMatch(/there is no jury J-7/);
  });

  it('is called under a number that is taken, or for what another one is called for', () => {
    const { event } = life.of('jury-called');
    const { before } = life.of('jury-pool-frozen');
    const another = { ...event, jury: juryId(2), purpose: { kind: 'challenge', proposal: 'P-1' } } as const;
    expect(told(before, another as never)).toBe('read');
    expect(told(before, { ...another, jury: J1 } as never)).toMatch(/there is a jury J-1 already/);
    expect(told(before, { ...event, jury: juryId(2) })).toMatch(/J-1 was called for interpretation R-1 R-2 already/);
    const state = stateAfter(before, life.of('jury-pool-frozen').event);
    // One that nobody sat on makes room for the next.
    const gone = { ...state.juries.get(J1), phase: { state: 'dissolved', at: before.now } } as never;
    const dissolved = { state: { ...state, juries: new Map([[J1, gone]]) }, now: before.now };
    expect(told(dissolved, { ...event, jury: juryId(2) })).toBe('read');
    expect(stateAfter(before, another as never).juries.get(juryId(2))).toMatchObject({
      ...{ asked: [], contributions: [], seats: [], drawings: [], relaxed: [], rounds: {}, calledAt: before.now },
      phase: { state: 'called', since: before.now },
    });
  });

  it('has a seed to which somebody commits twice, or shows what she did not commit to', () => {
    const committed = life.of('seed-committed', 'last');
    expect(
      told({ ...committed.before, state: stateAfter(committed.before, committed.event) }, committed.event),
    ).toMatch(/s1 commits twice for J-1/);
    expect(told(committed.before, { ...committed.event, by: mallory })).toMatch(/mallory acts without being a member/);
    const { before, event } = life.of('seed-revealed');
    expect(told(before, { ...event, by: mallory })).toMatch(/mallory has nothing to show for J-1/);
    const state = stateAfter(before, event);
    expect(told({ ...before, state }, event)).toMatch(/n1 has nothing to show for J-1/);
    expect(state.juries.get(J1)?.contributions).toMatchObject([{ by: north[0], secret: 'so it is' }, { by: south[0] }]);
    expect(state.juries.get(J1)?.contributions[1]).not.toHaveProperty('secret');
    expect(told({ ...before, state }, { ...event, by: south[0] as never })).toBe('read');
  });

  it('is drawn without a pool; whoever withheld her part is barred', () => {
    const { before, event } = life.of('jury-drawn');
    expect(event.withheld).toEqual([south[0]]);
    const state = stateAfter(before, event);
    expect([...state.seedBarred]).toEqual([[south[0], event.barredUntil]]);
    const { machine: _, ...withoutPool } = before.state.juries.get(J1) ?? ({} as never);
    const juries = new Map([[J1, withoutPool]]);
    expect(told({ ...before, state: { ...before.state, juries } }, event)).toMatch(/J-1 has no pool/);
    const { machine: __, ...silent } = event;
    expect(stateAfter(before, silent).juries.get(J1)?.machine).toEqual({
      commitment: before.state.juries.get(J1)?.machine?.commitment,
    });
    expect(state.juries.get(J1)?.machine).toMatchObject({ secret: event.machine });
    const relaxed = stateAfter(before, { ...event, relaxed: ['small-pool'] }).juries.get(J1)?.relaxed;
    expect(relaxed).toEqual([...(before.state.juries.get(J1)?.relaxed ?? []), 'small-pool']);
    expect(state.juries.get(J1)?.drawings).toEqual([
      { drawn: event.jurors.map(({ leaf }) => leaf), skipped: event.skipped },
    ]);
  });

  it('is joined by who was not drawn, or twice; or loses who is not on it, or is out already', () => {
    const { before, event } = life.of('juror-accepted');
    const seats = (state: typeof before.state) => state.juries.get(J1)?.seats.map(({ standing }) => standing);
    const state = stateAfter(before, event);
    expect(seats(state)).toEqual(['accepted', ...Array<string>(4).fill('asked')]);
    expect(told({ ...before, state }, event)).toMatch(/juror 1 of J-1 is not asked/);
    for (const juror of [0, 6]) expect(told(before, { ...event, juror })).toMatch(/is not asked/);
    const replaced: EventOf<'juror-replaced'> = {
      kind: 'juror-replaced',
      jury: J1,
      juror: 2,
      why: 'declined',
      skipped: [],
    };
    const gone = { ...before, state: stateAfter(before, replaced) };
    expect(seats(gone.state)).toEqual(['asked', 'out', 'asked', 'asked', 'asked']);
    expect(gone.state.juries.get(J1)?.seats[1]?.why).toBe('declined');
    expect(told(gone, replaced)).toMatch(/there is no juror 2 on J-1/);
    expect(told(gone, { ...event, juror: 2 })).toMatch(/juror 2 of J-1 is not asked/);
    for (const juror of [0, 6]) expect(told(before, { ...replaced, juror })).toMatch(/there is no juror/);
    const next = { leaf: digest(hashOf('next')), organisation: organisation('west.example') };
    const answerBy = addHours(before.now, 24);
    expect(told(before, { ...replaced, next })).toMatch(/a substitute on J-1 has no time/);
    expect(told(before, { ...replaced, answerBy })).toMatch(/a substitute on J-1 has no time/);
    const substituted = stateAfter(before, { ...replaced, next, answerBy }).juries.get(J1);
    expect(substituted?.seats.at(-1)).toEqual({ ...next, standing: 'asked', drawnAt: before.now, answerBy });
    expect(substituted?.drawings.at(-1)).toEqual({ out: 2, drawn: [next.leaf], skipped: [] });
    expect(gone.state.juries.get(J1)?.drawings.at(-1)).toEqual({ out: 2, drawn: [], skipped: [] });
  });

  it('is reminded twice, or counted in another round than it votes in', () => {
    const { before, event } = life.of('jury-reminded');
    const state = stateAfter(before, event);
    expect(told({ ...before, state }, event)).toMatch(/J-1 was reminded/);
    expect(told(before, { ...event, round: 'final' })).toMatch(/J-1 is in another round/);
    const ended = life.of('jury-vote-ended');
    expect(told(ended.before, { ...ended.event, round: 'final' })).toMatch(/J-1 is in another round/);
    const opened = life.of('jury-vote-opened');
    expect(told(opened.before, { ...opened.event, round: 'final' })).toMatch(
      /stands in answering, not in deliberation/,
    );
    const final = life.of('jury-vote-opened', 'last');
    expect(told(final.before, { ...final.event, round: 'blind' })).toMatch(/stands in deliberation, not in answering/);
    const counted = life.of('jury-vote-counted');
    const verdict = life.of('jury-verdict');
    expect(told(verdict.before, counted.event)).toMatch(/J-1 is in another round/);
    expect(told(counted.before, verdict.event)).toMatch(/J-1 is in another round/);
  });

  it('decides what it was not asked; without a count only where nobody sat', () => {
    const { before, event } = life.of('jury-verdict');
    expect(told(before, { ...event, option: 'harsh' })).toMatch(/J-1 could not decide harsh/);
    const { counted, ...without } = event;
    expect(told(before, without)).toMatch(/stands in counting, not in answering/);
    const answering = life.of('juror-accepted').before;
    expect(told(answering, without)).toBe('read');
    expect(stateAfter(answering, without).juries.get(J1)?.rounds).toEqual({});
    const state = stateAfter(before, event);
    expect(state.juries.get(J1)?.rounds).toMatchObject({ blind: expect.anything(), final: counted });
    expect(state.verdicts.get(purposeKey(INTERPRETATION))).toEqual({
      ...{ option: 'mild', hung: false, at: before.now, jury: J1 },
    });
    const dissolved = { kind: 'jury-dissolved', jury: J1 } as const;
    expect([told(answering, dissolved), told(before, dissolved)]).toEqual(['read', 'read']);
    expect(told({ ...before, state }, dissolved)).toMatch(/stands in decided, not in answering or counting/);
  });

  it('is drawn from a round handed in by nobody here, before it is out, or of another number', () => {
    const village = town();
    const round = 1000;
    const waiting: Jury = {
      ...{ id: J1, purpose: INTERPRETATION, size: 5, question: 'Which?', options: [], calledAt: village.now },
      ...{ phase: { state: 'awaiting-round', lateFrom: lateFrom(round) }, source: 'drand', asked: [], seats: [] },
      ...{ beacon: { chain: QUICKNET.hash, round }, contributions: [], drawings: [], relaxed: [], rounds: {} },
    };
    const at = roundTime(round);
    const state = { ...village.state, at, juries: new Map([[J1, waiting]]) };
    const given: EventOf<'beacon-round-given'> = { kind: 'beacon-round-given', jury: J1, round, signature: 'a1' };
    const tell = (more: object, now = at) => told({ state: { ...state, at: now }, now }, { ...given, ...more });
    expect([tell({}), tell({}, momentBefore(at)), tell({ round: 1001 })]).toEqual([
      ...['read', 'round 1000 was not published yet.', 'J-1 waits for another round.'],
    ]);
    const [member = mallory] = north;
    expect([tell({ by: member }), tell({ by: mallory })]).toEqual([
      'read',
      expect.stringMatching(/without being a member/),
    ]);
    const drawing = stateAfter({ state, now: at }, { ...given, by: member }).juries.get(J1);
    expect(drawing).toMatchObject({
      beacon: { round, signature: 'a1', by: member },
      phase: { state: 'drawing', since: at },
    });
    expect(stateAfter({ state, now: at }, given).juries.get(J1)?.beacon).toEqual({
      ...waiting.beacon,
      signature: 'a1',
    });
    const unnamed = { ...state, juries: new Map([[J1, { ...waiting, beacon: undefined } as never]]) };
    expect(told({ state: unnamed, now: at }, given)).toMatch(/waits for another round/);
  });

  it('hears who has not accepted by the final vote; by the blind one there is still time', () => {
    const village = town();
    const id = drawn(village);
    const opens = (round: 'blind' | 'final') =>
      ({
        kind: 'jury-vote-opened',
        jury: id,
        round,
        until: addDays(village.now, 2),
        remindAt: addDays(village.now, 1),
      }) as const;
    village.write(opens('blind'));
    const standings = () => village.state.juries.get(id)?.seats.map(({ standing, why }) => why ?? standing);
    expect(standings()).toEqual(Array(5).fill('asked'));
    village.write({ kind: 'juror-accepted', jury: id, juror: 3 });
    village.write({ kind: 'jury-vote-ended', jury: id, round: 'blind' });
    const counted = { votes: 0, leaves: [], root: digest(hashOf('none')), counts: [] };
    village.write({ kind: 'jury-vote-counted', jury: id, counted, until: village.now });
    village.write(opens('final'));
    expect(standings()).toEqual(['silent', 'silent', 'accepted', 'silent', 'silent']);
    expect(phase(village, id)).toMatchObject({ state: 'voting', round: 'final' });
  });
});
