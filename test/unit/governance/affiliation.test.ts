import { expect, it } from '@jest/globals';
import { organisation, type PersonIri } from '../../../server/community/ids.ts';
import { chooseAffiliation, homeOf } from '../../../server/governance/affiliation.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { isPresent } from '../../../server/governance/membership.ts';
import { freezeRoll } from '../../../server/governance/roll.ts';
import { stateAfter, told } from './told-wrongly/telling.ts';
import { agreed, alice, bob, carol, codeOf, dave, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const council = organisation('council.example');
const works = organisation('works.example');

const choose = ({ state, now }: Village, person: PersonIri, wanted = council) =>
  chooseAffiliation({ state, person, organisation: wanted, how: 'address', now });
const countsFor = (village: Village, person: PersonIri) =>
  freezeRoll({ state: village.state, at: village.now, actedSince: new Map() }).entries.find(
    ({ member }) => member === person,
  )?.organisation;

it('bob counts for another organisation after the tenure that the charter asks, and once only', () => {
  const village = Village.of(bob, carol);
  const chosen = agreed(choose(village, bob));
  expect(chosen.countsFrom).toEqual(addDays(village.now, 30));
  village.write(chosen);
  expect(codeOf(choose(village, bob))).toBe('nothing-changes');
  village.pass(29);
  expect(countsFor(village, bob)).toBe(hostOf(bob));
  village.pass(1);
  expect(countsFor(village, bob)).toBe(council);
  const roll = freezeRoll({ state: village.state, at: village.now, actedSince: new Map() });
  expect(roll.entries.filter(({ member }) => member === bob)).toHaveLength(1);
  expect(village.entries.filter(({ event }) => event.kind === 'affiliation-counts')).toHaveLength(1);
});

it('a roll that is frozen keeps what she counted for: nobody changes sides in a vote that runs', () => {
  const village = Village.of(bob, carol, dave);
  village.write(agreed(choose(village, bob)));
  village.pass(24);
  const proposal = village.propose(carol, { kind: 'adopt-rule', rule: LINK_RULE });
  for (const member of [alice, bob, dave]) village.second(member, proposal);
  village.pass(6);
  // Discussion is over and the text frozen before her choice counts.
  expect(village.rolls.get(proposal)?.entries.find(({ member }) => member === bob)?.organisation).toBe(hostOf(bob));
  expect(countsFor(village, bob)).toBe(council);
  village.pass(2);
  expect(codeOf(village.vote(bob, proposal, 'yes'))).toBe('accepted');
  expect(village.ballots.find(({ voter }) => voter === bob)?.organisation).toBe(hostOf(bob));
});

it('who changes her mind waits anew, and who takes it back does not', () => {
  const village = Village.of(bob);
  village.write(agreed(choose(village, bob)));
  village.pass(20);
  village.write(agreed(choose(village, bob, works)));
  village.pass(20);
  expect(countsFor(village, bob)).toBe(hostOf(bob));
  const back = agreed(choose(village, bob, hostOf(bob)));
  expect(back.countsFrom).toEqual(village.now);
  village.write(back);
  expect(village.state.members.get(bob)?.chosen).toBeUndefined();
  village.pass(60);
  expect(countsFor(village, bob)).toBe(hostOf(bob));
});

it('decisions about servers are about where she is at home, whatever she counts for', () => {
  const village = Village.of(carol);
  village.write(agreed(choose(village, carol)));
  village.pass(30);
  const member = village.state.members.get(carol);
  if (member === undefined) throw new Error('carol is no member');
  expect([member.organisation, homeOf(member)]).toEqual([council, 'south.example']);
  const suspended = (server: string) => ({
    ...village.state,
    servers: new Map([[server, { level: 'suspend', since: village.now, proposal: 'P-1' as never } as const]]),
  });
  expect([isPresent(suspended('south.example'), member), isPresent(suspended(council), member)]).toEqual([false, true]);
});

it('is told wrongly by who is no member, before its time, or for what nobody chose', () => {
  const village = Village.of(bob);
  const chosen = agreed(choose(village, bob));
  const counts = { kind: 'affiliation-counts', member: bob, organisation: council } as const;
  expect(codeOf(choose(village, mallory))).toBe('not-a-member');
  expect(told(village, { ...chosen, member: mallory })).toMatch(/mallory chooses what she counts for without/);
  expect(told(village, { ...chosen, countsFrom: addDays(village.now, -1) })).toMatch(/before she chose it/);
  expect(told(village, counts)).toMatch(/does not count for council.example yet/);
  const after = { state: stateAfter(village, chosen), now: addDays(village.now, 29) };
  expect(told(after, counts)).toMatch(/does not count for council.example yet/);
  const due = { ...after, now: addDays(village.now, 30) };
  expect(told(due, counts)).toBe('read');
  expect(told(due, { ...counts, organisation: works })).toMatch(/does not count for works.example yet/);
  expect(told(due, { ...counts, member: mallory })).toMatch(/mallory counts for another organisation without/);
});
