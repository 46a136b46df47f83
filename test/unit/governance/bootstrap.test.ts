import { describe, expect, it } from '@jest/globals';
import { personIri, ruleId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { mayRelease } from '../../../server/governance/holds.ts';
import type { FounderAsk } from '../../../server/governance/roles/founder.ts';
import { isProvisional, ratificationOf } from '../../../server/governance/roles/provisional.ts';
import { actsAs } from '../../../server/governance/roles/role.ts';
import { versionAt } from '../../../server/governance/rules/in-force.ts';
import { from, Moot } from './moot.ts';
import { alice, bob, carol, dave, LINK_RULE, mallory } from './village.ts';

const RULE: FounderAsk = { kind: 'adopt-rule', rule: LINK_RULE };
const CHARTER: FounderAsk = { kind: 'amend-charter', parameters: { votingDays: 10, moderatorSeats: 5 } };
const APPOINT: FounderAsk = { kind: 'appoint', role: 'moderator', member: bob };
const R1 = ruleId(1);

/** Everybody on the roll of the ratification votes one way; without a way, nobody votes. */
function ratification(moot: Moot, choice?: 'yes' | 'no'): void {
  moot.pass(60 - (moot.now.getTime() - Date.parse('2026-01-05T09:00:00Z')) / 86_400_000);
  const id = ratificationOf(moot.state)?.id;
  if (id === undefined) throw new Error('the members were not asked');
  moot.pass(10 + 2);
  if (choice) for (const { member } of moot.rolls.get(id)?.entries ?? []) moot.vote(member, id, choice);
  moot.pass(14 + 7 + 7);
}

describe('the founder’s provisional time', () => {
  it('ends on day 60, when the charter asks all members', () => {
    const moot = Moot.with(bob, carol);
    moot.pass(59.9);
    expect(isProvisional(moot.state, moot.now)).toBe(true);
    moot.pass(0.1);
    expect(isProvisional(moot.state, moot.now)).toBe(false);
    expect(ratificationOf(moot.state)).toMatchObject({ by: moot.state.community, matter: 'charter' });
  });

  it('ends before when ten active members have full tenure, and does not begin again when some leave', () => {
    const moot = Moot.with(bob, ...from('south.example', ...'abcdefgh'));
    moot.pass(29);
    expect(isProvisional(moot.state, moot.now)).toBe(true);
    moot.pass(1);
    expect(ratificationOf(moot.state)?.phase).toMatchObject({ state: 'discussion' });
    for (const name of ['a', 'b']) {
      moot.write({ kind: 'member-left', member: personIri(`https://south.example/users/${name}`) });
    }
    expect(isProvisional(moot.state, moot.now)).toBe(false);
  });

  it('lets her, and nobody else, adopt a rule at once, by the same checks as a proposal', () => {
    const moot = Moot.with(bob);
    expect(moot.act(RULE, bob)).toBe('not-provisional');
    expect(moot.act(RULE)).toBe('accepted');
    expect(versionAt(moot.state.rules, R1, moot.now)).toMatchObject({ adoptedBy: 'founder', activeFrom: moot.now });
    expect(moot.act(RULE)).toBe('conflict');
    expect(moot.act({ kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, title: 'Links, again' } })).toBe('accepted');
    expect(versionAt(moot.state.rules, R1, moot.now)?.version).toBe(2);
    expect(moot.act({ kind: 'repeal-rule', id: R1 })).toBe('accepted');
    expect(versionAt(moot.state.rules, R1, moot.now)).toBeNull();
    moot.pass(60);
    expect(moot.act(RULE)).toBe('not-provisional');
  });

  it('gives her no power over what members decided', () => {
    const moot = Moot.with(bob, carol, dave);
    moot.pass(30);
    moot.adopt(bob, { kind: 'adopt-rule', rule: LINK_RULE });
    expect(moot.act({ kind: 'repeal-rule', id: R1 })).toBe('decided-by-members');
    expect(moot.act({ kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, title: 'Hers' } })).toBe('decided-by-members');
    const over = { ...LINK_RULE, effects: [{ do: 'hold', hours: 1 } as const], overrides: [R1] };
    expect(moot.act({ kind: 'adopt-rule', rule: over })).toBe('decided-by-members');
  });

  it('gives her no power over who judges what she did, or how', () => {
    const moot = Moot.with(bob);
    const set = (parameters: object) => moot.act({ kind: 'amend-charter', parameters });
    for (const parameters of [
      { tenureDays: 60 },
      { activeDays: 7 },
      { federation: 'allow-list' },
      { juryRandomness: 'drand' },
      { charterQuorumFloor: 50 },
      { charterVotingDays: 7 },
      { votingDays: 9, freezeHours: 1 },
    ]) {
      expect([parameters, set(parameters)]).toEqual([parameters, 'kept-for-members']);
    }
    expect(set({ votingDays: 1000 })).toBe('bad-parameters');
    expect(set({ votingDays: 7 })).toBe('nothing-changes');
    expect(set({ votingDays: 9 })).toBe('accepted');
  });

  it('lets her appoint members to empty seats, never more of one organisation than a third', () => {
    const moot = Moot.with(bob, carol, dave);
    const appoint = (member: typeof bob) => moot.act({ kind: 'appoint', role: 'moderator', member });
    expect(appoint(mallory)).toBe('no-such-member');
    expect([appoint(bob), appoint(bob), appoint(alice)]).toEqual(['accepted', 'already-holds-it', 'organisation-full']);
    expect([appoint(carol), appoint(dave)]).toEqual(['accepted', 'accepted']);
    moot.join(mallory);
    expect(appoint(mallory)).toBe('no-seat');
    expect(actsAs(moot.state, bob, 'moderator', moot.now)).toBe(true);
    expect(mayRelease({ state: moot.state, by: bob, now: moot.now })).toMatchObject({ value: 'moderator' });
    expect(mayRelease({ state: moot.state, by: alice, now: moot.now })).toMatchObject({ value: 'founder' });
  });

  it('makes her act in a role only while nobody holds it', () => {
    const moot = Moot.with(bob);
    expect(actsAs(moot.state, alice, 'moderator', moot.now)).toBe(true);
    moot.act(APPOINT);
    expect(actsAs(moot.state, alice, 'moderator', moot.now)).toBe(false);
    expect(actsAs(moot.state, alice, 'clerk', moot.now)).toBe(true);
  });
});

describe('the ratification', () => {
  const young = () => {
    const moot = Moot.with(bob, carol);
    for (const ask of [RULE, CHARTER, APPOINT]) expect(moot.act(ask)).toBe('accepted');
    return moot;
  };

  it('makes everything stand when it passes', () => {
    const moot = young();
    ratification(moot, 'yes');
    expect(moot.entries.at(-1)?.event).toMatchObject({ kind: 'acts-ratified' });
    expect(versionAt(moot.state.rules, R1, moot.now)).not.toBeNull();
    expect(moot.state.charter).toMatchObject({ version: 2, parameters: { votingDays: 10, moderatorSeats: 5 } });
    expect(moot.holders()).toEqual([bob]);
  });

  it.each([['no', 'rejected'] as const, [undefined, 'lapsed'] as const])(
    'ends all of it in one entry, by itself, when the members say %s',
    (choice, ended) => {
      const moot = young();
      ratification(moot, choice);
      expect(ratificationOf(moot.state)?.phase.state).toBe(ended);
      const lapses = moot.entries.filter(({ event }) => event.kind === 'acts-lapsed');
      expect(lapses).toHaveLength(1);
      expect(lapses[0]?.event).toMatchObject({ rules: [R1], appointed: [{ role: 'moderator', member: bob }] });
      expect(versionAt(moot.state.rules, R1, moot.now)).toBeNull();
      expect(moot.state.charter).toMatchObject({ version: 3, parameters: { votingDays: 7, moderatorSeats: 3 } });
      expect(moot.holders()).toEqual([]);
      expect(moot.act(RULE)).toBe('not-provisional');
    },
  );

  it('leaves what members decided since, also about what she had set', () => {
    const moot = young();
    moot.pass(35);
    moot.adopt(bob, { kind: 'amend-charter', parameters: { votingDays: 12 } });
    const id = ratificationOf(moot.state)?.id;
    if (id === undefined) throw new Error('not asked');
    for (const { member } of moot.rolls.get(id)?.entries ?? []) moot.vote(member, id, 'no');
    moot.pass(40);
    expect(moot.last('acts-lapsed')).toBeDefined();
    expect(moot.state.charter.parameters).toMatchObject({ votingDays: 12, moderatorSeats: 3 });
  });

  it('is asked once, also where she did nothing but found it', () => {
    const moot = Moot.with(bob);
    ratification(moot, 'no');
    moot.pass(300);
    expect([...moot.state.proposals.values()].filter(({ change }) => change.kind === 'ratify')).toHaveLength(1);
    expect(moot.last('acts-lapsed')).toEqual({ kind: 'acts-lapsed', proposal: 'P-1', rules: [], appointed: [] });
    expect(moot.state.charter.version).toBe(1);
  });

  it('cannot be proposed by anybody, and is decided on whatever she does meanwhile', () => {
    const moot = young();
    expect(() => moot.propose(bob, { kind: 'ratify' })).toThrow('too-new');
    moot.pass(31);
    expect(() => moot.propose(bob, { kind: 'ratify' })).toThrow('not-for-members');
    moot.pass(29);
    expect(() => moot.propose(bob, { kind: 'ratify' })).toThrow('already-proposed');
    moot.write({ kind: 'member-left', member: alice });
    moot.pass(100);
    expect(ratificationOf(moot.state)?.phase.state).toBe('lapsed');
    expect(moot.state.actsLapsedAt).toEqual(addDays(new Date('2026-01-05T09:00:00Z'), 60 + 10 + 2 + 14 + 7));
  });
});
