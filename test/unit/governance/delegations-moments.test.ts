import { describe, expect, it } from '@jest/globals';
import { digest, type PersonIri, personIri } from '../../../server/community/ids.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { delegates, delegationsOn, givenTo, holds } from '../../../server/governance/delegations/delegation.ts';
import { endDelegation, giveDelegation, takeBackDelegation } from '../../../server/governance/delegations/give.ts';
import type { Delegation } from '../../../server/governance/delegations/state.ts';
import type { Roll } from '../../../server/governance/proposal.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { alice, bob, carol, codeOf, dave, hostOf, mallory, Village } from './village.ts';

const village = Village.of(bob, carol, dave, mallory);
const { now } = village;
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);

const given = (by: PersonIri, to: PersonIri, more: Partial<Delegation> = {}): Delegation => {
  return { by, to, since: now, until: addDays(now, 90), ...more };
};
/** The guild with these delegations, and members as given. */
function delegated(
  delegations: readonly Delegation[],
  members: Partial<Record<PersonIri, object>> = {},
): CommunityState {
  const changed = new Map(village.state.members);
  for (const [name, more] of Object.entries(members)) {
    const member = changed.get(name as PersonIri) ?? {
      member: name as PersonIri,
      organisation: hostOf(name as PersonIri),
      joinedAt: now,
      lastActAt: now,
    };
    changed.set(name as PersonIri, { ...member, ...more });
  }
  return { ...village.state, members: changed, delegations: new Map(delegations.map((one) => [one.by, one])) };
}
const give = (state: CommunityState, by: PersonIri, to: PersonIri, at = now) =>
  giveDelegation({ state, by, to, now: at });

describe('a delegation', () => {
  it('lasts ninety days, to the moment, as long as both are members as they were', () => {
    const one = given(bob, alice);
    expect(give(village.state, bob, alice)).toMatchObject({ value: { by: bob, to: alice, until: addDays(now, 90) } });
    const held = (state: CommunityState, at = now) => holds(state, one, at);
    expect([momentBefore(one.until), one.until].map((at) => held(village.state, at))).toEqual([true, false]);
    for (const who of [alice, bob]) {
      expect(held(delegated([], { [who]: { joinedAt: now } }))).toBe(true);
      expect(held(delegated([], { [who]: { joinedAt: addHours(now, 1) } }))).toBe(false);
      expect(held(delegated([], { [who]: { leftAt: now } }))).toBe(false);
      expect(held(delegated([], { [who]: { suspendedBy: 'S-1' } }))).toBe(false);
    }
  });

  it('is given to nobody who votes for three others already: those count that hold, and not her own', () => {
    const three = [bob, carol, dave].map((by) => given(by, alice));
    expect(give(delegated(three), mallory, alice)).toMatchObject({
      refusal: { code: 'too-many', text: expect.stringContaining('3 other members') },
    });
    expect(codeOf(give(delegated(three.slice(1)), mallory, alice))).toBe('accepted');
    expect(codeOf(give(delegated(three), mallory, alice, addDays(now, 90)))).toBe('accepted');
    expect(codeOf(give(delegated(three, { [bob]: { leftAt: now } }), mallory, alice))).toBe('accepted');
    expect(codeOf(give(delegated([...three, given(mallory, alice)]), mallory, alice, addHours(now, 2)))).toBe(
      'too-many',
    );
    expect(givenTo(delegated([...three, given(mallory, bob)]), alice, now).map(({ by }) => by)).toEqual([
      bob,
      carol,
      dave,
    ]);
  });

  it('asked for twice within an hour is one; later, or of another, it is given anew', () => {
    const state = delegated([given(bob, alice)]);
    const hour = addHours(now, 1);
    expect([momentBefore(hour), hour].map((at) => codeOf(give(state, bob, alice, at)))).toEqual([
      'already-given',
      'accepted',
    ]);
    expect(codeOf(give(state, bob, carol))).toBe('accepted');
    // What holds no more is no reason: whoever left and came back has to be asked again.
    const back = delegated([given(bob, alice)], {
      [alice]: { joinedAt: addHours(now, -800) },
      [bob]: { joinedAt: addHours(now, 0.1) },
    });
    expect(codeOf(give(back, bob, alice, addHours(now, 0.5)))).toBe('accepted');
  });

  it('ends when its time is over, or one of the two is gone, and not otherwise', () => {
    const end = (state: CommunityState, at = now) => endDelegation({ state, by: bob, now: at });
    const one = given(bob, alice);
    expect(codeOf(end(village.state))).toBe('not-due');
    expect(codeOf(end(delegated([one]), momentBefore(one.until)))).toBe('not-due');
    expect(end(delegated([one]), one.until)).toMatchObject({ value: { by: bob, to: alice, why: 'expired' } });
    const gone = delegated([one], { [alice]: { leftAt: now } });
    expect(end(gone, momentBefore(one.until))).toMatchObject({ value: { why: 'left' } });
    expect(end(gone, one.until)).toMatchObject({ value: { why: 'expired' } });
    expect(takeBackDelegation({ state: delegated([one]), by: bob })).toMatchObject({
      value: { to: alice, why: 'taken-back' },
    });
  });
});

describe('who votes for whom', () => {
  const newBob = personIri('https://new.example/users/bob');
  const roll = (...members: readonly PersonIri[]): Roll => ({
    ...{ root: digest('0'.repeat(64)), active: members.length },
    entries: members.map((member) => ({ member, organisation: hostOf(member), active: true })),
  });
  const on = (state: CommunityState, ...members: readonly PersonIri[]) =>
    delegationsOn({ state, roll: roll(...members), now });

  it('is told by the names on the roll, in their order, of those who are both on it', () => {
    const state = delegated([given(dave, alice), given(carol, bob), given(bob, alice)]);
    expect(on(state, alice, bob, carol, dave)).toEqual([
      { by: dave, to: alice },
      { by: bob, to: alice },
      { by: carol, to: bob },
    ]);
    expect(on(state, alice, carol, dave)).toEqual([{ by: dave, to: alice }]);
    expect(on(village.state, alice, bob)).toEqual([]);
    const over = delegated([given(bob, alice, { until: now })]);
    expect(on(over, alice, bob)).toEqual([]);
  });

  it('knows who has moved since by the name that she had', () => {
    const state = delegated([given(newBob, alice)], { [newBob]: { formerly: [bob] } });
    expect(on(state, alice, bob)).toEqual([{ by: bob, to: alice }]);
    expect(on(state, alice, newBob)).toEqual([{ by: newBob, to: alice }]);
    const said = (by: PersonIri, to: PersonIri, at = now) => delegates(state, { by, to, at });
    expect([said(bob, alice), said(newBob, alice)]).toEqual([true, true]);
    expect([said(alice, bob), said(carol, alice), said(bob, carol), said(bob, alice, addDays(now, 90))]).toEqual(
      Array(4).fill(false),
    );
  });
});
