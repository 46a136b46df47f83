import { expect, it } from '@jest/globals';
import { communityIri, personIri } from '../../../server/community/ids.ts';
import {
  isEntitled,
  isPresent,
  join,
  leave,
  memberOf,
  moveMember,
  voterOf,
} from '../../../server/governance/membership.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { alice, bob, carol, codeOf, dave, hostOf, mallory, Village } from './village.ts';

const { state: guild, now } = Village.of(bob, carol);
const SUSPENDED = new Map([['south.example', { level: 'suspend', since: now, proposal: 'P-1' as never } as const]]);
const with_ = (more: Partial<CommunityState>): CommunityState => ({ ...guild, ...more });
/** Bob, with something about his membership. */
const bobIs = (more: object) => {
  const member = guild.members.get(bob);
  if (member === undefined) throw new Error('bob is no member');
  return with_({ members: new Map(guild.members).set(bob, { ...member, ...more }) });
};

it('nobody comes in from a server that the members keep out, be it by joining or by moving there', () => {
  const newBob = personIri('https://south.example/users/bob');
  const moves = (state: CommunityState, from = bob, to = newBob) =>
    codeOf(moveMember({ state, from, to, organisation: hostOf(to) }));
  expect([moves(guild), moves(with_({ servers: SUSPENDED }))]).toEqual(['accepted', 'server-suspended']);
  expect([moves(guild, mallory), moves(guild, bob, bob), moves(bobIs({ leftAt: now }))]).toEqual(
    Array(3).fill('not-a-member'),
  );
  const joins = (state: CommunityState, person = mallory, more: object = {}) =>
    codeOf(join({ state, person, organisation: hostOf(person), now, ...more }));
  expect([joins(guild), joins(with_({ servers: SUSPENDED }), newBob), joins(guild, bob)]).toEqual([
    ...['accepted', 'server-suspended', 'already-member'],
  ]);
  expect(joins(with_({ movedTo: communityIri('https://new.example/guild') }))).toBe('moved-away');
  const asking = with_({ admission: 'request' });
  expect([
    joins(asking),
    joins(asking, mallory, { admittedBy: dave }),
    joins(asking, mallory, { admittedBy: bob }),
  ]).toEqual([...['not-admitted', 'not-admitted', 'accepted']]);
});

it('whoever has left, is suspended, or whose server is kept out, does not count, and does not vote', () => {
  const counts = (state: CommunityState, person = bob) => {
    const member = state.members.get(person);
    if (member === undefined) throw new Error(`${person} was never a member`);
    const [present, entitled] = [isPresent(state, member), isEntitled(state, member)];
    expect([memberOf(state, person) !== null, voterOf(state, person) !== null]).toEqual([present, entitled]);
    return [present, entitled];
  };
  expect(counts(guild)).toEqual([true, true]);
  expect(counts(bobIs({ leftAt: now }))).toEqual([false, false]);
  expect(counts(bobIs({ suspendedBy: 'S-1' }))).toEqual([false, false]);
  expect(counts(with_({ servers: SUSPENDED }), carol)).toEqual([false, false]);
  expect([memberOf(guild, mallory), voterOf(guild, mallory)]).toEqual([null, null]);
  // An emergency takes the vote from nobody.
  const block = { id: 'E-1', act: { do: 'block-server', server: 'south.example' } } as never;
  expect(counts(with_({ emergencies: new Map([['E-1' as never, block]]) }), carol)).toEqual([false, true]);
});

it('anybody leaves who is there, also while she rests', () => {
  const leaves = (state: CommunityState, person = bob) => codeOf(leave({ state, person, now }));
  expect([
    leaves(guild),
    leaves(bobIs({ suspendedBy: 'S-1' })),
    leaves(bobIs({ leftAt: now })),
    leaves(guild, mallory),
  ]).toEqual([...['accepted', 'accepted', 'not-a-member', 'not-a-member']]);
  expect(leaves(guild, alice)).toBe('accepted');
});
