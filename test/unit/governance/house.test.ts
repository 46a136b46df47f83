import { describe, expect, it } from '@jest/globals';
import { digest, organisation, type PersonIri, postIri, ruleId } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { initialState } from '../../../server/governance/apply.ts';
import { operatorAttempt, passwordLinkMade } from '../../../server/governance/attempt.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { nextDueAt } from '../../../server/governance/due.ts';
import { endHold, mayRelease, releaseHold } from '../../../server/governance/holds.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import { activeMembers, checkRoll, freezeRoll, hasTenure } from '../../../server/governance/roll.ts';
import { decodeState, encodeState } from '../../../server/governance/state-text.ts';
import { tooNew } from '../../../server/governance/tenure.ts';
import { alice, bob, carol, codeOf, dave, GUILD, hostOf, mallory, Village } from './village.ts';

const village = Village.of(bob, carol, dave);
const { state, now } = village;
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);

describe('what stands in the book of whoever runs the machine', () => {
  it('is what was tried, as long as any id is, and well-formed', () => {
    const tried = (what: string) => {
      const attempt = operatorAttempt({ what, target: what, through: 'http' });
      return attempt.ok ? [attempt.value.what, attempt.value.target] : [];
    };
    expect(tried('x'.repeat(300))).toEqual(Array(2).fill('x'.repeat(300)));
    expect(tried('x'.repeat(301))).toEqual(Array(2).fill('x'.repeat(300)));
    expect(tried(`${'x'.repeat(299)}😀`)).toEqual(Array(2).fill(`${'x'.repeat(299)}\uFFFD`));
  });

  it('is a link for a new password, where she is a member, and nobody else’s business elsewhere', () => {
    const made = (person: PersonIri, where = state) => passwordLinkMade({ state: where, person });
    expect(made(bob)).toMatchObject({ value: { kind: 'password-link-made', by: 'operator', member: bob } });
    expect(codeOf(made(mallory))).toBe('not-a-member');
    village.write({ kind: 'member-left', member: dave });
    expect(codeOf(made(dave, village.state))).toBe('not-a-member');
  });
});

describe('a held post', () => {
  const POST = postIri('https://north.example/posts/1');
  const until = addDays(now, 3);
  const hold = { cited: { rule: ruleId(1), version: 1 }, until };
  const holding = (more: object = {}) => ({ ...state, holds: new Map([[POST, { ...hold, ...more }]]) });
  const moderator: Holder = {
    ...{ member: carol, organisation: hostOf(carol), since: now, until: addDays(now, 180), terms: 1, by: 'founder' },
  };
  const moderated = { ...holding(), holders: new Map([['moderator' as const, [moderator]]]) };

  it('is shown when its time is over, to the moment; not one that is hidden as long as a rule is in force', () => {
    const end = (at: Date, where = holding()) => endHold({ state: where, post: POST, now: at });
    expect(end(until)).toMatchObject({ value: { kind: 'hold-ended', post: POST, how: 'time-over' } });
    expect(codeOf(end(momentBefore(until)))).toBe('not-due');
    expect(codeOf(end(until, holding({ existing: digest('1') })))).toBe('not-due');
    expect(codeOf(end(until, state as never))).toBe('not-due');
  });

  it('is let go by a moderator, or the founder in her time, and it is said in which capacity', () => {
    const release = (by: PersonIri, where = moderated as typeof state, at = now) =>
      releaseHold({ state: where, post: POST, by, now: at });
    expect(release(carol)).toEqual({
      ok: true,
      value: { kind: 'hold-ended', post: POST, how: 'released', by: carol, as: 'moderator' },
    });
    expect(release(alice)).toEqual({ ok: true, value: { kind: 'hold-ended', post: POST, how: 'released', by: alice } });
    expect(release(bob)).toMatchObject({ refusal: { text: 'Only moderators release a held post.' } });
    expect(release(alice, moderated, addDays(now, 60))).toMatchObject({
      refusal: { text: expect.stringContaining('provisional time is over') },
    });
    expect(codeOf(release(carol, state))).toBe('no-such-hold');
    expect(codeOf(mayRelease({ state, by: bob, now }))).toBe('not-yours-to-release');
  });
});

describe('a roll', () => {
  it('has whoever has full tenure when the vote opens, to the moment, in the order of their names', () => {
    const members = new Map(state.members);
    const joins = (member: PersonIri, joinedAt: Date) =>
      members.set(member, { member, organisation: hostOf(member), joinedAt, lastActAt: joinedAt });
    joins(mallory, new Date(addDays(now, -30).getTime() + 1));
    const at = (time: Date) => freezeRoll({ state: { ...state, members }, at: time, actedSince: new Map() });
    expect(at(now).entries.map(({ member }) => member)).toEqual([dave, alice, bob, carol]);
    expect(at(new Date(now.getTime() + 1)).entries.map(({ member }) => member)).toEqual([
      dave,
      alice,
      bob,
      carol,
      mallory,
    ]);
    const bobs = state.members.get(bob);
    if (bobs === undefined) throw new Error('bob is no member');
    expect([hasTenure(state, bobs, now), hasTenure(state, bobs, momentBefore(now))]).toEqual([true, false]);
  });

  it('counts as active who did anything in ninety days, to the moment, in the record or beside it', () => {
    const at = addDays(now, 60);
    const active = (time: Date, acted?: Date) =>
      activeMembers({ state, at: time, ...(acted && { actedSince: new Map([[carol, acted]]) }) }).map(
        ({ member }) => member,
      );
    expect(active(at)).toContain(carol);
    expect(active(new Date(at.getTime() + 1))).not.toContain(carol);
    expect(active(addDays(at, 30), addDays(now, 0))).toEqual([carol]);
    // What she did before she joined makes her no more active than joining.
    expect(active(at, addDays(now, -200))).toContain(carol);
  });

  it('is the one that was pinned, line for line, or none', () => {
    const roll = freezeRoll({ state, at: now, actedSince: new Map() });
    expect(checkRoll(roll, roll.root)).toBe(true);
    expect(checkRoll(roll, digest('0'))).toBe(false);
    expect(checkRoll({ ...roll, root: digest('0') }, roll.root)).toBe(false);
    expect(checkRoll({ ...roll, active: roll.active + 1 }, roll.root)).toBe(false);
    expect(checkRoll({ ...roll, entries: roll.entries.slice(1), active: roll.active - 1 }, roll.root)).toBe(false);
    const silent = roll.entries.map((entry, place) => ({ ...entry, active: place > 0 }));
    expect(checkRoll({ ...roll, entries: silent, active: roll.active - 1 }, roll.root)).toBe(false);
  });

  it('is told of to whoever is too new for it', () => {
    const { joinedAt } = state.members.get(bob) ?? { joinedAt: now };
    const newcomer = { member: mallory, organisation: organisation('west.example'), joinedAt, lastActAt: joinedAt };
    expect(inEnglish(tooNew(state, newcomer, 'second'))).toBe(
      'Members second after 30 days of membership; you can from 4 February 2026 on.',
    );
  });
});

describe('a state that is kept', () => {
  it('is read as it was written, its times, lists and orders', () => {
    expect(decodeState(encodeState(state))).toStrictEqual(state);
    expect(decodeState(encodeState(initialState(GUILD)))).toStrictEqual(initialState(GUILD));
  });

  it('is made from the record anew where it is none, is of another version, or holds no true date', () => {
    const text = encodeState(state);
    for (const broken of ['null', '7', '"state"', '[]', '{}'])
      expect(() => decodeState(broken)).toThrow('holds no state');
    const { petitions: _, ...older } = state;
    expect(() => decodeState(encodeState(older as never))).toThrow('holds no state');
    expect(() => decodeState(encodeState({ ...state, petitions: new Set() } as never))).toThrow('holds no state');
    expect(() => decodeState(encodeState({ ...state, petitions: [] } as never))).toThrow('holds no state');
    const at = JSON.stringify(state.at.toISOString());
    for (const date of ['"yesterday"', '"2026-02-04"', '17', 'null'])
      expect(() => decodeState(text.replaceAll(at, date))).toThrow('no date where one is');
  });
});

it('nothing is under way before there is anything, and then what comes first is due first', () => {
  expect(nextDueAt(initialState(GUILD))).toBeNull();
  expect(nextDueAt(Village.founded().state)).toEqual(addDays(Village.founded().now, 60));
  const hold = { cited: { rule: ruleId(1), version: 1 }, until: addHours(now, 5) };
  expect(nextDueAt({ ...state, holds: new Map([[postIri('https://north.example/1'), hold]]) })).toEqual(hold.until);
});
