import { describe, expect, it } from '@jest/globals';
import { organisation, personIri } from '../../../server/community/ids.ts';
import { addDays, addMonths } from '../../../server/governance/dates.ts';
import { moveMember } from '../../../server/governance/membership.ts';
import { electionDueAt, electionsTo } from '../../../server/governance/roles/elections.ts';
import { actsAs } from '../../../server/governance/roles/role.ts';
import { from, Moot } from './moot.ts';
import { alice, bob, carol, dave, mallory } from './village.ts';

/** Five organisations, alice and bob of the operator's own. */
const erin = personIri('https://north.example/actors/erin');
const fay = personIri('https://far.example/users/fay');
const ALL = [bob, carol, dave, mallory, fay];

/** The charter's own way with one election after the other, each with the same two people. */
function reelected(moot: Moot, terms: number): void {
  for (let term = 1; term <= terms; term += 1) {
    if (term > 1) {
      const due = electionDueAt(moot.state, 'moderator');
      if (due === null) throw new Error('no election is due');
      moot.pass((due.getTime() - moot.now.getTime()) / 86_400_000);
    }
    moot.elect('moderator', bob, carol, dave);
  }
}

describe('an election', () => {
  it('is called by the charter when the provisional time is over, where five members have full tenure', () => {
    expect(electionsTo(Moot.grown(bob, carol, dave).state, 'moderator')).toHaveLength(0);
    const moot = Moot.grown(...ALL);
    expect(electionsTo(moot.state, 'moderator')).toMatchObject([
      { change: { kind: 'elect', seats: 3 }, by: moot.state.community, phase: { until: addDays(moot.now, 14) } },
    ]);
    expect(electionsTo(moot.state, 'clerk')).toMatchObject([{ change: { seats: 2 } }]);
  });

  it('waits for the fifth member’s tenure', () => {
    const moot = Moot.grown(bob, carol, dave);
    moot.join(mallory);
    moot.pass(29);
    expect(electionsTo(moot.state, 'moderator')).toHaveLength(0);
    moot.pass(1);
    expect(electionsTo(moot.state, 'moderator')).toHaveLength(1);
  });

  it('is stood in by members of full tenure, once, and until the time is over', () => {
    const moot = Moot.grown(...ALL);
    const election = moot.election();
    moot.join(erin);
    expect(moot.stand(personIri('https://x.example/nobody'))).toBe('not-a-member');
    expect(moot.stand(erin)).toBe('too-new');
    expect([moot.stand(bob, election, 'I would be fair.'), moot.stand(bob)]).toEqual(['accepted', 'already-standing']);
    expect([moot.stand(carol), moot.standDown(carol), moot.standDown(carol)]).toEqual([
      'accepted',
      'accepted',
      'not-standing',
    ]);
    expect(moot.state.proposals.get(election)?.nominees).toEqual([
      { id: 'N-1', member: bob, organisation: 'north.example', statement: 'I would be fair.' },
    ]);
    moot.pass(14);
    expect(moot.stand(dave, election)).toBe('not-standing');
  });

  it('takes only who said so herself: who is asked may say yes or no', () => {
    const moot = Moot.grown(...ALL);
    expect(moot.nominate(bob, carol)).toBe('accepted');
    expect(moot.nominate(dave, carol)).toBe('already-standing');
    expect(moot.nominate(dave, mallory)).toBe('accepted');
    expect(moot.nominate(personIri('https://x.example/nobody'), bob)).toBe('not-a-member');
    expect([moot.stand(carol), moot.standDown(mallory)]).toEqual(['accepted', 'accepted']);
    const nominees = moot.state.proposals.get(moot.election())?.nominees;
    expect(nominees?.map(({ member }) => member)).toEqual([carol]);
    expect(moot.state.asked.get(moot.election())).toEqual([]);
  });

  it('gives the role by itself, for a term that ends by itself', () => {
    const moot = Moot.grown(...ALL);
    const election = moot.elect('moderator', carol, bob, dave);
    expect(moot.holders()).toEqual([carol, bob, dave]);
    const until = addMonths(moot.now, 6);
    expect(moot.state.holders.get('moderator')?.[0]).toMatchObject({ by: election, since: moot.now, until, terms: 1 });
    expect(actsAs(moot.state, carol, 'moderator', moot.now)).toBe(true);
    expect(actsAs(moot.state, carol, 'moderator', until)).toBe(false);
    moot.pass((until.getTime() - moot.now.getTime()) / 86_400_000);
    expect(moot.last('term-ended')).toMatchObject({ how: 'time-over' });
    expect(moot.holders()).toEqual([]);
  });

  it('is called so early that the seats are filled when the terms end', () => {
    const moot = Moot.grown(...ALL);
    reelected(moot, 2);
    const ended = moot.entries.filter(({ event }) => event.kind === 'term-ended');
    expect(ended).toHaveLength(0);
    expect(moot.state.holders.get('moderator')).toMatchObject([{ terms: 2 }, { terms: 2 }, { terms: 2 }]);
  });

  it('is closed to whoever has held the role for three terms in a row, for as long as a term', () => {
    const moot = Moot.grown(...ALL);
    reelected(moot, 3);
    const due = electionDueAt(moot.state, 'moderator') ?? moot.now;
    moot.pass((due.getTime() - moot.now.getTime()) / 86_400_000);
    expect(moot.stand(bob)).toBe('too-many-terms');
    moot.resign(bob);
    expect(moot.stand(bob)).toBe('too-many-terms');
    moot.elect('moderator', mallory, fay, alice);
    moot.pass(160);
    expect(moot.stand(bob)).toBe('accepted');
  });

  it('is closed to whoever holds such a seat beyond its end, and to organisations that have their third', () => {
    const moot = Moot.grown(...ALL);
    moot.elect('moderator', bob, carol, dave);
    moot.pass(60);
    moot.resign(carol);
    moot.pass(1);
    expect(moot.stand(bob)).toBe('already-holds-it');
    expect(moot.stand(alice)).toBe('organisation-full');
    expect(moot.stand(carol)).toBe('accepted');
  });

  it('keeps one organisation to a third of the seats: the next in order takes the seat', () => {
    const moot = Moot.grown(...ALL, erin);
    moot.elect('moderator', bob, erin, carol);
    expect(moot.holders()).toEqual([bob, carol]);
    expect(moot.last('seats-filled')).toMatchObject({
      relaxed: false,
      skipped: [{ member: erin, why: 'organisation-full' }],
    });
  });

  it('relaxes that, and says so, where fewer than three organisations are on the roll', () => {
    const moot = Moot.grown(bob, carol, erin, ...from('south.example', 'gus', 'hal'));
    moot.elect('moderator', bob, erin, carol);
    expect(moot.holders()).toEqual([bob, erin, carol]);
    expect(moot.last('seats-filled')).toMatchObject({ relaxed: true, skipped: [] });
  });

  it('lapses when nobody stands, and is called again: after two weeks, then four, then eight', () => {
    const moot = Moot.grown(...ALL);
    const called = () => electionsTo(moot.state, 'teller').map(({ submittedAt }) => submittedAt.getTime());
    moot.pass(200);
    const days = called().map((time) => (time - (called()[0] ?? 0)) / 86_400_000);
    expect(days.slice(0, 4)).toEqual([0, 28, 28 + 14 + 28, 28 + 14 + 28 + 14 + 56]);
    expect(electionsTo(moot.state, 'teller')[0]?.phase).toMatchObject({ state: 'lapsed', why: 'nobody-stood' });
  });

  it('is called at once for a seat that becomes empty: by resigning, leaving, or a membership that rests', () => {
    const moot = Moot.grown(...ALL);
    moot.elect('moderator', bob, carol, dave);
    moot.pass(40);
    expect(moot.resign(mallory)).toBe('not-a-holder');
    expect(moot.resign(bob)).toBe('accepted');
    moot.write({ kind: 'member-left', member: carol });
    expect(actsAs(moot.state, carol, 'moderator', moot.now)).toBe(false);
    moot.pass(0);
    expect(moot.last('term-ended')).toEqual({ kind: 'term-ended', role: 'moderator', member: carol, how: 'left' });
    expect(electionsTo(moot.state, 'moderator').at(-1)).toMatchObject({
      submittedAt: moot.now,
      change: { seats: expect.any(Number) },
    });
    expect(moot.holders()).toEqual([dave]);
  });

  it('fills no seat when the voters want nobody, and is called again after two weeks', () => {
    const moot = Moot.grown(...ALL);
    const election = moot.election();
    moot.stand(bob);
    moot.pass(14 + 2 + 7);
    expect(moot.phaseOf(election)).toBe('rejected');
    moot.pass(13);
    expect(electionsTo(moot.state, 'moderator')).toHaveLength(1);
    moot.pass(1);
    expect(electionsTo(moot.state, 'moderator')).toHaveLength(2);
  });

  it('seats whoever was elected under the name she has now', () => {
    const moot = Moot.grown(...ALL);
    const election = moot.election();
    moot.stand(carol, election);
    moot.wanted = [carol];
    moot.pass(15);
    const to = personIri('https://new.example/users/carol');
    const { state } = moot;
    moot.record(moveMember({ state, from: carol, to, organisation: organisation('new.example') }));
    moot.pass(12);
    expect(moot.holders()).toEqual([to]);
    expect(moot.state.holders.get('moderator')).toMatchObject([{ organisation: 'new.example' }]);
  });

  it('moves a seat along with its holder’s account', () => {
    const moot = Moot.grown(...ALL);
    moot.elect('moderator', carol);
    const to = personIri('https://new.example/users/carol');
    const { state } = moot;
    moot.record(moveMember({ state, from: carol, to, organisation: organisation('new.example') }));
    moot.pass(1);
    expect(moot.holders()).toEqual([to]);
    expect(moot.last('term-ended')).toBeUndefined();
  });
});
