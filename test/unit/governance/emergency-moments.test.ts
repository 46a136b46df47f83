import { describe, expect, it } from '@jest/globals';
import { emergencyId, type PersonIri, postIri, proposalId } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { declareEmergency } from '../../../server/governance/emergency/declare.ts';
import {
  type Emergency,
  type EmergencyAct,
  endsAt,
  muteOf,
  muteWords,
  targetOf,
} from '../../../server/governance/emergency/emergency.ts';
import {
  callVoteOnBlock,
  confirmEmergency,
  decided,
  endEmergency,
  liftEmergency,
  wantsVote,
} from '../../../server/governance/emergency/settle.ts';
import { mayRelease } from '../../../server/governance/holds.ts';
import type { Phase } from '../../../server/governance/proposal.ts';
import { actWords } from '../../../server/pages/models/emergency.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { alice, bob, carol, codeOf, dave, hostOf, mallory, Village } from './village.ts';

const E1 = emergencyId(1);
const E9 = emergencyId(9);
const POST = postIri('https://west.example/posts/1');
const MUTE: EmergencyAct = { do: 'mute', person: mallory };
const BLOCK: EmergencyAct = { do: 'block-server', server: 'west.example' };
const HIDE: EmergencyAct = { do: 'hide-post', post: POST, author: mallory };
const moment = (at: Date): Date => new Date(at.getTime() - 1);

function guild(...moderators: readonly PersonIri[]): Village {
  const village = Village.of(bob, carol, dave, mallory);
  const { now } = village;
  const term = { since: now, until: addDays(now, 180), terms: 1, by: 'founder' as const };
  const holders = moderators.map((member) => ({ member, organisation: hostOf(member), ...term }));
  village.state = { ...village.state, holders: new Map([['moderator', holders]]) };
  return village;
}
const declare = (village: Village, more: object = {}) =>
  declareEmergency({
    ...{ state: village.state, by: bob, harm: 'flood', act: MUTE, facts: 'Forty messages in a minute.' },
    ...{ grounds: [POST], now: village.now, ...more },
  });
/** The measure, as it was declared. */
function standing(act: EmergencyAct = MUTE): { village: Village; emergency: Emergency } {
  const village = guild(bob, carol, dave);
  expect(village.record(declare(village, { act }))).toBe('accepted');
  const emergency = village.state.emergencies.get(E1);
  if (emergency === undefined) throw new Error('there is no measure');
  return { village, emergency };
}

describe('a measure at once', () => {
  it('rests on one to twenty posts, each named once, and on facts', () => {
    const village = guild(bob, carol);
    const posts = (count: number) => Array.from({ length: count }, (_, at) => postIri(`https://x.example/posts/${at}`));
    const grounds = (some: readonly unknown[]) => codeOf(declare(village, { grounds: some }));
    expect([0, 1, 20, 21].map((count) => grounds(posts(count)))).toEqual([
      ...['no-grounds', 'accepted', 'accepted', 'no-grounds'],
    ]);
    expect(declare(village, { grounds: [POST, POST] })).toMatchObject({ value: { grounds: [POST] } });
    expect(codeOf(declare(village, { facts: 'Short.' }))).toBe('bad-facts');
    for (const harm of ['boredom', 'toString']) expect(codeOf(declare(village, { harm }))).toBe('unknown-harm');
  });

  it('is never about oneself, nor about the own server, nor about what is no server', () => {
    const village = guild(bob, carol);
    const act = (one: EmergencyAct) => codeOf(declare(village, { act: one }));
    expect(act({ do: 'mute', person: bob })).toBe('own-cause');
    expect(act({ ...HIDE, author: bob } as EmergencyAct)).toBe('own-cause');
    expect([act(MUTE), act(HIDE), act(BLOCK)]).toEqual(['accepted', 'accepted', 'accepted']);
    expect([
      act({ ...BLOCK, server: 'no server' } as EmergencyAct),
      act({ ...BLOCK, server: 'north.example' } as EmergencyAct),
    ]).toEqual(['bad-server', 'bad-server']);
    expect(declare(village, { act: { ...BLOCK, server: 'https://West.example/about' } })).toMatchObject({
      value: { act: BLOCK },
    });
  });

  it('lasts hours, a block days; it waits for a second to the moment, and ends to the moment', () => {
    for (const act of [MUTE, BLOCK]) {
      const { village, emergency } = standing(act);
      const { state, now } = village;
      const { emergencyHours, emergencyConfirmHours, emergencyBlockDays } = state.charter.parameters;
      expect(emergency.until).toEqual(act === BLOCK ? addDays(now, emergencyBlockDays) : addHours(now, emergencyHours));
      expect(endsAt(emergency)).toEqual(addHours(now, emergencyConfirmHours));
      const confirm = (at: Date) => codeOf(confirmEmergency({ state, emergency: E1, by: carol, now: at }));
      const { confirmUntil } = emergency;
      expect([confirm(moment(confirmUntil)), confirm(confirmUntil)]).toEqual(['accepted', 'no-such-emergency']);
      const end = (at: Date) => endEmergency({ state, emergency: E1, now: at });
      expect(codeOf(end(moment(confirmUntil)))).toBe('not-due');
      expect(end(confirmUntil)).toMatchObject({ value: { how: 'not-confirmed' } });
    }
  });

  it('is confirmed by another moderator, of another organisation where there is one, once', () => {
    const { village } = standing();
    const confirm = (by: PersonIri, emergency = E1) =>
      confirmEmergency({ state: village.state, emergency, by, now: village.now });
    expect(codeOf(confirm(carol, E9))).toBe('no-such-emergency');
    expect([mallory, alice, bob].map((by) => codeOf(confirm(by)))).toEqual([
      ...['not-a-moderator', 'not-a-moderator', 'own-measure'],
    ]);
    expect(village.record(confirm(carol))).toBe('accepted');
    expect(codeOf(confirm(dave))).toBe('confirmed');
    expect(endsAt(village.state.emergencies.get(E1) as Emergency)).toEqual(village.state.emergencies.get(E1)?.until);
    const near = guild(alice, bob, carol);
    near.record(declare(near));
    const by = (who: PersonIri) =>
      codeOf(confirmEmergency({ state: near.state, emergency: E1, by: who, now: near.now }));
    expect([by(alice), by(carol)]).toEqual(['same-organisation', 'accepted']);
  });

  it('is lifted by any moderator as long as it stands', () => {
    const { village } = standing();
    const lift = (by: PersonIri, emergency = E1) =>
      liftEmergency({ state: village.state, emergency, by, now: village.now });
    expect([codeOf(lift(mallory)), codeOf(lift(carol, E9))]).toEqual(['not-a-moderator', 'no-such-emergency']);
    expect(village.record(lift(bob))).toBe('accepted');
    expect(codeOf(lift(bob))).toBe('no-such-emergency');
    expect(muteOf(village.state, mallory)).toBeNull();
  });

  it('says what it is about, and until when', () => {
    const { village, emergency } = standing();
    expect([MUTE, HIDE, BLOCK].map(targetOf)).toEqual([mallory, POST, 'west.example']);
    const until = new Date('2026-03-01T09:00:00.000Z');
    expect([HIDE, MUTE, BLOCK].map((act) => actWords(act, until, speaker('en')))).toEqual([
      'A post is hidden, until 1 March 2026, 09:00 UTC at the latest.',
      'Somebody cannot write in the community, until 1 March 2026, 09:00 UTC at the latest.',
      'Nothing from west.example is let in, until 1 March 2026, 09:00 UTC at the latest; the members vote on what comes after.',
    ]);
    expect(inEnglish(muteWords(emergency))).toMatch(
      /muted you here until .* because of a flood of messages .* \(E-1\)\.$/,
    );
    expect([muteOf(village.state, mallory)?.id, muteOf(village.state, bob)]).toEqual([E1, null]);
    expect(muteOf(standing(HIDE).village.state, mallory)).toBeNull();
  });
});

describe('the vote on a block', () => {
  it('is called once, about a block that was confirmed and stands, where the members have not decided yet', () => {
    const { village, emergency } = standing(BLOCK);
    const { state, now } = village;
    const confirmed = { by: carol, organisation: hostOf(carol), at: now };
    const wants = (more: Partial<Emergency>, of = state) => wantsVote(of, { ...emergency, ...more });
    expect([wants({}), wants({ confirmed })]).toEqual([false, true]);
    expect(wants({ confirmed, act: MUTE })).toBe(false);
    expect(wants({ confirmed, ended: { how: 'lifted', at: now } })).toBe(false);
    expect(wants({ confirmed, vote: proposalId(1) })).toBe(false);
    const level = (one: string) => ({ ...state, servers: new Map([['west.example', { level: one } as never]]) });
    expect([wants({ confirmed }, level('suspend')), wants({ confirmed }, level('limit'))]).toEqual([false, true]);
    const call = (of: Partial<Emergency>, id = E1) => {
      const emergencies = new Map([[E1, { ...emergency, ...of }]]);
      return callVoteOnBlock({ state: { ...state, emergencies }, emergency: id, now });
    };
    expect([codeOf(call({})), codeOf(call({ confirmed }, E9))]).toEqual(['not-due', 'not-due']);
    expect(call({ confirmed })).toMatchObject({
      value: {
        kind: 'vote-called',
        title: 'Suspend west.example?',
        change: { kind: 'limit-server', server: 'west.example', level: 'suspend' },
        until: addDays(now, 1),
        emergency: E1,
      },
    });
  });

  it('ends the block when it is decided, whatever was decided', () => {
    const { village, emergency } = standing(BLOCK);
    const { now } = village;
    const vote = proposalId(7);
    const stateIn = (phase: object) => {
      const emergencies = new Map([[E1, { ...emergency, vote }]]);
      const proposals = new Map([[vote, { id: vote, phase: phase as Phase } as never]]);
      return { ...village.state, emergencies, proposals };
    };
    const at = addHours(now, 3);
    const by = (phase: object) => decided(stateIn(phase), { ...emergency, vote });
    expect(by({ state: 'in-force', since: at })).toEqual(at);
    for (const state of ['rejected', 'lapsed', 'voided', 'withdrawn']) expect(by({ state, at })).toEqual(at);
    expect(by({ state: 'voting', at, until: at })).toBeNull();
    expect(decided(stateIn({ state: 'rejected', at }), emergency)).toBeNull();
    const end = (when: Date) => endEmergency({ state: stateIn({ state: 'rejected', at }), emergency: E1, now: when });
    expect(codeOf(end(moment(at)))).toBe('not-due');
    expect(end(at)).toMatchObject({ value: { how: 'decided' } });
  });
});

it('a held post is let go by moderators, by the founder in her time, and by nobody else, who is told why', () => {
  const village = Village.of(bob, carol);
  const may = (by: PersonIri) => mayRelease({ state: village.state, by, now: village.now });
  expect(may(alice)).toMatchObject({ ok: true, value: 'founder' });
  expect(may(bob)).toMatchObject({ refusal: { text: 'Only moderators release a held post.' } });
  village.state = { ...village.state, provisionalUntil: village.now };
  expect(may(alice)).toMatchObject({
    refusal: { text: expect.stringMatching(/^The founder’s provisional time is over/) },
  });
  const moderated = guild(carol);
  expect(mayRelease({ state: moderated.state, by: carol, now: moderated.now })).toMatchObject({ value: 'moderator' });
});
