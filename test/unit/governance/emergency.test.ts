import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emergencyId, type PersonIri, personIri, postIri } from '../../../server/community/ids.ts';
import { namesOf } from '../../../server/governance/ballots.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { declareEmergency } from '../../../server/governance/emergency/declare.ts';
import type { EmergencyAct } from '../../../server/governance/emergency/emergency.ts';
import { muteOf, standing } from '../../../server/governance/emergency/emergency.ts';
import { confirmEmergency, endEmergency, liftEmergency } from '../../../server/governance/emergency/settle.ts';
import { memberOf, moveMember, voterOf } from '../../../server/governance/membership.ts';
import { freezeRoll } from '../../../server/governance/roll.ts';
import { isCutOff } from '../../../server/governance/servers.ts';
import { alice, bob, carol, codeOf, dave, hostOf, mallory, Village } from './village.ts';

const E1 = emergencyId(1);
const POST = postIri('https://west.example/posts/1');
const MUTE: EmergencyAct = { do: 'mute', person: mallory };
const BLOCK: EmergencyAct = { do: 'block-server', server: 'west.example' };

/** A guild whose moderators are bob (north), carol (south) and dave (east). */
function guild(...moderators: readonly PersonIri[]): Village {
  const village = Village.of(bob, carol, dave, mallory);
  const until = addDays(village.now, 180);
  const holders = moderators.map((member) => ({
    member,
    organisation: hostOf(member),
    since: village.now,
    until,
    terms: 1,
    by: 'founder' as const,
  }));
  village.state = { ...village.state, holders: new Map([['moderator', holders]]) };
  return village;
}

const declare = (village: Village, by: PersonIri, act: EmergencyAct = MUTE, grounds = [POST]) =>
  village.record(
    declareEmergency({
      state: village.state,
      by,
      harm: 'flood',
      act,
      facts: 'Forty messages in a minute.',
      grounds,
      now: village.now,
    }),
  );
const confirm = ({ state, now }: Village, by: PersonIri) => confirmEmergency({ state, emergency: E1, by, now });

describe('an emergency', () => {
  it('is met at once by a moderator, and by nobody else', () => {
    const village = guild(bob, carol);
    expect(declare(village, dave)).toBe('not-a-moderator');
    expect(declare(village, mallory)).toBe('not-a-moderator');
    expect(declare(village, bob)).toBe('accepted');
    expect(muteOf(village.state, mallory)?.id).toBe(E1);
  });

  it('knows listed harms only, and needs facts and posts that it rests on', () => {
    const village = guild(bob, carol);
    const { state, now } = village;
    const ask = { state, by: bob, harm: 'flood', act: MUTE, facts: 'Forty messages.', grounds: [POST], now };
    expect(codeOf(declareEmergency({ ...ask, harm: 'rudeness' }))).toBe('unknown-harm');
    expect(codeOf(declareEmergency({ ...ask, harm: 'toString' }))).toBe('unknown-harm');
    expect(codeOf(declareEmergency({ ...ask, facts: 'Bad.' }))).toBe('bad-facts');
    expect(codeOf(declareEmergency({ ...ask, grounds: [] }))).toBe('no-grounds');
    expect(codeOf(declareEmergency({ ...ask, act: { do: 'mute', person: bob } }))).toBe('own-cause');
    expect(codeOf(declareEmergency({ ...ask, act: { do: 'block-server', server: 'north.example' } }))).toBe(
      'bad-server',
    );
  });

  it('lapses unless a moderator from another organisation confirms it within a day', () => {
    const village = guild(bob, carol, alice);
    declare(village, bob);
    expect(codeOf(confirm(village, bob))).toBe('own-measure');
    expect(codeOf(confirm(village, alice))).toBe('same-organisation');
    expect(codeOf(confirm(village, dave))).toBe('not-a-moderator');
    village.now = addHours(village.now, 24);
    expect(codeOf(confirm(village, carol))).toBe('no-such-emergency');
    village.pass(0);
    expect(village.state.emergencies.get(E1)?.ended?.how).toBe('not-confirmed');
    expect(muteOf(village.state, mallory)).toBeNull();
  });

  it('is confirmed by another person where all moderators come from one organisation', () => {
    const village = guild(bob, alice);
    declare(village, bob);
    expect(codeOf(confirm(village, alice))).toBe('accepted');
  });

  it('ends at its time even when confirmed, and any moderator may lift it before', () => {
    const confirmed = guild(bob, carol);
    declare(confirmed, bob);
    confirmed.record(confirm(confirmed, carol));
    confirmed.pass(2);
    expect(standing(confirmed.state)).toHaveLength(1);
    confirmed.pass(1);
    expect(confirmed.state.emergencies.get(E1)?.ended?.how).toBe('time-over');

    const lifted = guild(bob, carol);
    declare(lifted, bob);
    const { state, now } = lifted;
    expect(codeOf(liftEmergency({ state, emergency: E1, by: mallory, now }))).toBe('not-a-moderator');
    expect(lifted.record(liftEmergency({ state, emergency: E1, by: carol, now }))).toBe('accepted');
    expect(standing(lifted.state)).toHaveLength(0);
  });

  it('never rests on the same post twice, and never stands twice about the same', () => {
    const village = guild(bob, carol);
    declare(village, bob);
    const other = postIri('https://west.example/posts/2');
    expect(declare(village, carol, MUTE, [other])).toBe('standing-already');
    village.pass(2);
    expect(declare(village, carol)).toBe('grounds-used');
    expect(declare(village, carol, BLOCK, [other, POST])).toBe('grounds-used');
    expect(declare(village, carol, MUTE, [other])).toBe('accepted');
  });

  it('leaves whom it makes rest the names by which she may have voted', () => {
    const village = guild(bob, carol);
    const moved = personIri('https://west.example/users/mallory-moved');
    const { state } = village;
    village.record(moveMember({ state, from: mallory, to: moved, organisation: hostOf(moved) }));
    declare(village, bob, BLOCK);
    expect(memberOf(village.state, moved)).toBeNull();
    expect(namesOf(village.state, moved)).toEqual([moved, mallory]);
  });

  it('blocks a server for a while, and takes neither roll nor vote from its members', () => {
    const village = guild(bob, carol);
    declare(village, bob, BLOCK);
    expect(isCutOff(village.state, 'west.example')).toBe(true);
    expect(memberOf(village.state, mallory)).toBeNull();
    expect(voterOf(village.state, mallory)?.member).toBe(mallory);
    const roll = freezeRoll({ state: village.state, at: village.now, actedSince: new Map() });
    expect(roll.entries.map(({ member }) => member)).toContain(mallory);
  });

  it('asks the members once about a server whose block was confirmed; their No ends the block', () => {
    const village = guild(bob, carol);
    declare(village, bob, BLOCK);
    village.record(confirm(village, carol));
    village.pass(0);
    const [vote] = [...village.state.proposals.values()];
    expect(vote?.change).toEqual({ kind: 'limit-server', server: 'west.example', level: 'suspend' });
    expect(vote?.by).toBe(village.state.community);
    village.pass(3);
    for (const voter of [alice, bob, dave]) village.vote(voter, vote?.id ?? ('' as never), 'no');
    village.pass(7);
    expect(village.state.proposals.size).toBe(1);
    expect(village.state.emergencies.get(E1)?.ended?.how).toBe('decided');
    expect(isCutOff(village.state, 'west.example')).toBe(false);
  });

  it('P7: no measure stands at its deadline, whatever happened before', () => {
    const step = fc.record({ hours: fc.nat(30), what: fc.constantFrom('declare', 'confirm', 'lift', 'nothing') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const village = guild(bob, carol);
        steps.forEach(({ hours, what }, index) => {
          village.now = addHours(village.now, hours);
          village.pass(0);
          const last = emergencyId(village.state.emergencies.size);
          const { state, now } = village;
          if (what === 'declare') declare(village, bob, MUTE, [postIri(`https://west.example/p/${index}`)]);
          if (what === 'confirm') village.record(confirmEmergency({ state, emergency: last, by: carol, now }));
          if (what === 'lift') village.record(liftEmergency({ state, emergency: last, by: carol, now }));
          for (const emergency of standing(village.state)) {
            expect(village.now < emergency.until).toBe(true);
            expect(emergency.confirmed !== undefined || village.now < emergency.confirmUntil).toBe(true);
          }
        });
        const open = standing(village.state)[0];
        if (open !== undefined) {
          const ask = { state: village.state, emergency: open.id };
          expect(codeOf(endEmergency({ ...ask, now: addHours(village.now, 0) }))).toBe('not-due');
          expect(codeOf(endEmergency({ ...ask, now: open.until }))).toBe('accepted');
        }
      }),
      { numRuns: process.env.LONG_TESTS ? 10_000 : 300 },
    );
  });
});
