import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organisation, type PersonIri, personIri, proposalId } from '../../../server/community/ids.ts';
import { addDays, addHours, addMonths } from '../../../server/governance/dates.ts';
import type { Phase, Proposal } from '../../../server/governance/proposal.ts';
import { callElection, electionDueAt, nobodyStood } from '../../../server/governance/roles/elections.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import {
  isBarredByRecall,
  isCapped,
  isFull,
  mostOfOne,
  nextTermOf,
  presentName,
  seatOf,
  stayingOn,
  termFrom,
} from '../../../server/governance/roles/seats.ts';
import { formerKey } from '../../../server/governance/roles/state.ts';
import { endTerm, termEndsAt } from '../../../server/governance/roles/terms.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { bob, carol, codeOf, dave, GUILD, hostOf, mallory, Village } from './village.ts';

const village = Village.of(bob, carol, dave, mallory);
const { now } = village;
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
const P9 = proposalId(9);

const held = (member: PersonIri, until = addDays(now, 100), more: Partial<Holder> = {}): Holder => ({
  ...{ member, organisation: hostOf(member), since: now, until, terms: 1, by: P9 },
  ...more,
});
const ratified = (submittedAt = now) =>
  ({
    id: proposalId(1),
    change: { kind: 'ratify' },
    submittedAt,
    phase: { state: 'in-force', since: now },
  }) as Proposal;
const election = (phase: Phase, number = 2): Proposal =>
  ({
    ...{ id: proposalId(number), change: { kind: 'elect', role: 'moderator', seats: 3 }, phase, by: GUILD },
    ...{ matter: 'seats', submittedAt: now, seconds: [] },
  }) as unknown as Proposal;
/** A guild past its beginning, whose five members have full tenure just now; more of it as given. */
function grown(more: Partial<CommunityState> = {}, ...elections: readonly Proposal[]): CommunityState {
  const proposals = new Map([ratified(), ...elections].map((one) => [one.id, one]));
  return { ...village.state, proposals, ...more };
}
const parameters = (state: CommunityState, changed: object): CommunityState => ({
  ...state,
  charter: { ...state.charter, parameters: { ...state.charter.parameters, ...changed } },
});
const due = (state: CommunityState) => electionDueAt(state, 'moderator');
const seated = (...holders: readonly Holder[]) => ({ holders: new Map([['moderator' as const, holders]]) });

describe('the next election', () => {
  it('waits for the end of the founder’s provisional time, and there is none where the community has gone', () => {
    expect(due(grown())).toEqual(now);
    expect(due(village.state)).toBeNull();
    expect(due(grown({ movedTo: GUILD }))).toBeNull();
    const proposals = new Map([[proposalId(1), ratified(addDays(now, 5))]]);
    expect(due(grown({ proposals }))).toEqual(addDays(now, 5));
  });

  it('waits for the seat to become empty, or for the fifth member’s tenure, whichever is later', () => {
    expect(due(grown({ vacatedAt: new Map([['moderator', addDays(now, 3)]]) }))).toEqual(addDays(now, 3));
    expect(due(grown({ vacatedAt: new Map([['moderator', addDays(now, -3)]]) }))).toEqual(now);
    const members = new Map(village.state.members);
    members.delete(mallory);
    expect(due(grown({ members }))).toBeNull();
    const late = { member: mallory, organisation: hostOf(mallory), joinedAt: addDays(now, -28), lastActAt: now };
    expect(due(grown({ members: new Map(members).set(mallory, late) }))).toEqual(addDays(now, 2));
    // A sixth who came later changes nothing, wherever she stands in the record; one who came before does.
    const eve = personIri('https://far.example/users/eve');
    const sixth = (days: number) => {
      const member = { ...late, member: eve, joinedAt: addDays(now, days) };
      return [
        new Map([[eve, member], ...members, [mallory, late]]),
        new Map([...members, [mallory, late], [eve, member]]),
      ];
    };
    for (const six of sixth(-1)) expect(due(grown({ members: six }))).toEqual(addDays(now, 2));
    for (const six of sixth(-29)) expect(due(grown({ members: six }))).toEqual(addDays(now, 1));
  });

  it('is called so early that it is over when the first term ends: 26 days by the default charter', () => {
    const three = [held(bob, addDays(now, 120)), held(carol), held(dave, addDays(now, 110))];
    expect(due(grown(seated(...three)))).toEqual(addDays(now, 100 - 26));
    // Where the charter has fewer seats now, those who were seated first are in them.
    expect(due(parameters(grown(seated(...three)), { moderatorSeats: 1 }))).toEqual(addDays(now, 120 - 26));
    expect(due(parameters(grown(seated(...three)), { moderatorSeats: 0 }))).toBeNull();
    expect(due(grown(seated(...three.slice(1))))).toEqual(now);
  });

  it('is not called while one is under way, its timelock included', () => {
    for (const phase of [
      { state: 'nomination', until: now },
      { state: 'voting', until: now, extended: { quorum: false, late: false } },
      { state: 'timelock', until: now },
    ] as const)
      expect(due(grown({}, election(phase)))).toBeNull();
  });

  it('waits after one that filled no seat; not for a seat that became empty since', () => {
    expect(due(grown({}, election({ state: 'rejected', at: addDays(now, 1) })))).toEqual(addDays(now, 15));
    expect(due(grown({}, election({ state: 'in-force', since: addDays(now, 1) })))).toEqual(addDays(now, 15));
    const vacatedAt = new Map([['moderator' as const, addDays(now, 2)]]);
    expect(due(grown({ vacatedAt }, election({ state: 'in-force', since: addDays(now, 1) })))).toEqual(addDays(now, 2));
    const other = { ...election({ state: 'rejected', at: now }), change: { kind: 'elect', role: 'clerk', seats: 2 } };
    expect(due(grown({}, other as Proposal))).toEqual(now);
  });

  it('waits twice as long each further time that nobody stood, sixteen times as long at most, a day at least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(0, 1, 14),
        fc.boolean(),
        (times, refileDays, before) => {
          const nobody: Phase = { state: 'lapsed', at: now, why: 'nobody-stood' };
          const others: readonly Phase[] = before ? [nobody, { state: 'rejected', at: now }] : [];
          const phases = [...others, ...Array<Phase>(times).fill(nobody)];
          const state = parameters(grown({}, ...phases.map((phase, at) => election(phase, at + 2))), { refileDays });
          const wait = Math.max(1, refileDays) * 2 ** Math.min(Math.max(0, times - 1), 4);
          expect(due(state)).toEqual(phases.length === 0 ? now : addDays(now, wait));
        },
      ),
    );
  });

  it('is for the seats that are up: those whose term goes on beyond its end are not', () => {
    const called = (state: CommunityState, at = now) => callElection({ state, role: 'moderator', now: at });
    expect(called(grown(seated(held(bob), held(carol, addDays(now, 26)))))).toMatchObject({
      value: { change: { seats: 2 }, until: addDays(now, 14), proposal: 'P-2', title: expect.stringMatching(/2|two/) },
    });
    expect(codeOf(called(grown(), momentBefore(now)))).toBe('not-due');
    expect(codeOf(called(village.state))).toBe('not-due');
    const early = grown(seated(held(bob), held(carol), held(dave)));
    expect(codeOf(called(early))).toBe('not-due');
    expect(called(early, addDays(now, 74))).toMatchObject({ value: { change: { seats: 3 } } });
  });

  it('has failed where nobody stands when the time is over: to the moment, and of an election only', () => {
    const until = addDays(now, 14);
    const open = election({ state: 'nomination', until });
    const end = (one: Proposal, at = until, others: readonly Proposal[] = []) =>
      nobodyStood({ state: grown({}, ...others, one), proposal: one.id, now: at });
    expect(end(open)).toMatchObject({ value: { kind: 'nobody-stood', refileFrom: addDays(until, 14) } });
    expect(codeOf(end(open, momentBefore(until)))).toBe('not-due');
    expect(codeOf(end(election({ state: 'voting', until, extended: { quorum: false, late: false } })))).toBe('not-due');
    expect(end({ ...open, nominees: [] })).toMatchObject({ ok: true });
    expect(codeOf(end({ ...open, nominees: [{} as never] }))).toBe('not-due');
    expect(codeOf(end({ ...open, change: { kind: 'ratify' } }))).toBe('not-due');
    const before = election({ state: 'lapsed', at: now, why: 'nobody-stood' });
    expect(end({ ...open, id: proposalId(3) }, until, [before])).toMatchObject({
      value: { refileFrom: addDays(until, 28) },
    });
    expect(codeOf(nobodyStood({ state: grown(), proposal: P9, now: until }))).toBe('not-due');
  });
});

describe('seats', () => {
  const north = organisation('north.example');

  it('are a third of one organisation’s at most, and one where that would be none (§3.8)', () => {
    expect([0, 1, 2, 3, 5, 6, 8, 9].map(mostOfOne)).toEqual([1, 1, 1, 1, 1, 2, 2, 3]);
    expect([isFull([], 3, north), isFull([held(bob)], 3, north), isFull([held(bob)], 6, north)]).toEqual([
      ...[false, true, false],
    ]);
    expect(isFull([held(carol), held(dave)], 3, north)).toBe(false);
    expect(isCapped(village.state)).toBe(true);
    expect(isCapped(Village.of(carol).state)).toBe(false);
  });

  it('are not up in an election that ends when the term does, or before', () => {
    const end = addDays(now, 26);
    const staying = (until: Date) =>
      stayingOn(grown(seated(held(bob, until))), 'moderator', { calledAt: now, now }).length;
    expect([staying(end), staying(new Date(end.getTime() + 1))]).toEqual([0, 1]);
  });

  it('count terms in a row, unless somebody stayed away for as long as a term', () => {
    const former = (days: number, terms = 2) => {
      const endedAt = addDays(now, days);
      const one = { terms, endedAt, until: addDays(now, 10), recalled: false };
      return { ...village.state, formerHolders: new Map([[formerKey('moderator', bob), one]]) };
    };
    expect(nextTermOf(village.state, 'moderator', bob, now)).toBe(1);
    expect(nextTermOf(grown(seated(held(bob))), 'moderator', bob, now)).toBe(2);
    expect(nextTermOf(grown(seated(held(carol))), 'moderator', bob, now)).toBe(1);
    expect(nextTermOf(former(-1), 'moderator', bob, now)).toBe(3);
    expect(nextTermOf(former(-1), 'clerk', bob, now)).toBe(1);
    const end = addMonths(addDays(now, -1), 6);
    expect([momentBefore(end), end].map((at) => nextTermOf(former(-1), 'moderator', bob, at))).toEqual([3, 1]);
  });

  it('are closed to whoever was recalled until that term would have ended, to the moment', () => {
    const recalled = (yes: boolean) => {
      const one = { terms: 1, endedAt: now, until: addDays(now, 10), recalled: yes };
      return { ...village.state, formerHolders: new Map([[formerKey('moderator', bob), one]]) };
    };
    const until = addDays(now, 10);
    const barred = (state: CommunityState, at: Date) => isBarredByRecall(state, 'moderator', bob, at);
    expect([momentBefore(until), until].map((at) => barred(recalled(true), at))).toEqual([true, false]);
    expect([barred(recalled(false), now), barred(village.state, now)]).toEqual([false, false]);
  });

  it('are taken for a term, by members, in the organisation that they have now', () => {
    const term = (member: PersonIri) => termFrom(village.state, { role: 'moderator', member, by: P9, now });
    expect(term(carol)).toEqual(held(carol, addMonths(now, 6)));
    expect(term(personIri('https://x.example/nobody'))).toBeNull();
  });

  it('are found under the name that their holder has now', () => {
    const to = personIri('https://new.example/users/bob');
    const before = { member: bob, organisation: hostOf(bob), joinedAt: now, lastActAt: now };
    const members = new Map(village.state.members)
      .set(bob, { ...before, leftAt: now })
      .set(to, { ...before, member: to, formerly: [bob] });
    const state = { ...village.state, members };
    expect([bob, carol, to].map((who) => presentName(state, who))).toEqual([to, carol, to]);
    const gone = { ...village.state, members: new Map(village.state.members).set(bob, { ...before, leftAt: now }) };
    expect(presentName(gone, bob)).toBe(bob);
    expect(seatOf({ ...state, ...seated(held(carol), held(to)) }, 'moderator', bob)?.member).toBe(to);
    expect(seatOf({ ...state, ...seated(held(bob), held(to)) }, 'moderator', bob)?.member).toBe(bob);
    expect(seatOf(state, 'moderator', bob)).toBeUndefined();
  });
});

describe('a term', () => {
  const until = addDays(now, 100);
  const state = grown(seated(held(bob, until)));
  const end = (at: Date, where = state, member = bob) => endTerm({ state: where, role: 'moderator', member, now: at });
  const without = (more: object): CommunityState => {
    const bobs = village.state.members.get(bob);
    if (bobs === undefined) throw new Error('bob is no member');
    return { ...state, members: new Map(state.members).set(bob, { ...bobs, ...more }) };
  };

  it('ends with its time, not before; at once where its holder left or rests', () => {
    expect(end(until)).toMatchObject({ value: { how: 'time-over' } });
    expect(codeOf(end(momentBefore(until)))).toBe('not-due');
    expect(codeOf(end(until, state, carol))).toBe('not-due');
    expect(end(addHours(now, 1), without({ leftAt: now }))).toMatchObject({ value: { how: 'left' } });
    expect(end(addHours(now, 1), without({ suspendedBy: 'S-1' }))).toMatchObject({ value: { how: 'suspended' } });
    expect(end(until, without({ leftAt: now }))).toMatchObject({ value: { how: 'time-over' } });
    expect(termEndsAt(without({ leftAt: now }), held(bob, until))).toEqual(state.at);
    expect(termEndsAt({ ...without({ leftAt: now }), at: until }, held(bob, until))).toEqual(until);
    expect(termEndsAt(state, held(bob, until))).toEqual(until);
  });
});
