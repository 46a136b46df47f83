import { describe, expect, it } from '@jest/globals';
import { juryId, type PersonIri } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import {
  allCommitted,
  commitmentForText,
  commitToSeed,
  showSeed,
} from '../../../../server/governance/juries/contribute.ts';
import { NO_RECUSALS } from '../../../../server/governance/juries/recusals.ts';
import {
  commitmentTo,
  contributorsFor,
  enoughContributed,
  LONGEST_SECRET,
  SHORTEST_SECRET,
} from '../../../../server/governance/juries/seed.ts';
import { moveMember } from '../../../../server/governance/membership.ts';
import type { Role } from '../../../../server/governance/roles/role.ts';
import { alice, codeOf, hostOf, Village } from '../village.ts';
import { call, everybody, jury, north, people, south, town, west } from './town.ts';

const A_TEXT = 'a text that nobody guesses';

const commit = ({ state, now }: Village, more: { jury?: string; by?: PersonIri; commitment?: string } = {}) =>
  commitToSeed({
    ...{ state, jury: juryId(1), by: alice, commitment: commitmentTo(A_TEXT), recusals: NO_RECUSALS, now },
    ...(more as object),
  });
const show = ({ state, now }: Village, by: PersonIri, secret: string, id = juryId(1)) =>
  showSeed({ state, jury: id, by, secret, now });
/** The end of whatever goes on, and the moment before it. */
const endOf = (village: Village): Date => (jury(village, juryId(1)).phase as { until: Date }).until;

describe('contributing to a draw', () => {
  it('goes on to the moment before its end, and not for a jury that there is not', () => {
    const village = town();
    call(village);
    expect(codeOf(commit(village, { jury: juryId(9) }))).toBe('no-such-jury');
    const end = endOf(village);
    village.now = new Date(end.getTime() - 1);
    expect(codeOf(commit(village))).toBe('accepted');
    village.now = end;
    expect(codeOf(commit(village))).toBe('not-open');
    village.pass(0);
    village.now = new Date(0);
    expect(codeOf(commit(village))).toBe('not-open');
  });

  it('is for members of full tenure', () => {
    const village = town();
    const [newcomer] = people('new.example', 'newcomer') as [PersonIri];
    village.join(newcomer);
    call(village);
    expect(codeOf(commit(village, { by: newcomer }))).toBe('too-new');
  });

  it('takes the hash of a text, not the machine’s own, and nothing around it', () => {
    const village = town();
    call(village);
    const hash = commitmentTo(A_TEXT);
    for (const commitment of ['', 'x', `x${hash}`, `${hash}x`, hash.toUpperCase(), `${hash}\n`])
      expect(codeOf(commit(village, { commitment }))).toBe('bad-commitment');
    expect(codeOf(commit(village, { commitment: jury(village, juryId(1)).machine?.commitment ?? '' }))).toBe(
      'bad-commitment',
    );
  });

  it('ends at fifty', () => {
    const crowd = people('crowd.example', ...Array.from({ length: 60 }, (_, at) => `c${at}`));
    const village = town(crowd);
    call(village);
    const codes = crowd.map((by) =>
      village.record(commit(village, { by, commitment: commitmentTo(`${by} keeps it`) })),
    );
    expect(codes).toEqual([...Array<string>(50).fill('accepted'), ...Array<string>(10).fill('not-open')]);
  });

  it('shows a text once, in time, to the letter, and only who committed to it', () => {
    const village = town();
    call(village);
    const [first, second] = jury(village, juryId(1)).asked as [PersonIri, PersonIri];
    for (const by of [first, second])
      expect(village.record(commit(village, { by, commitment: commitmentTo(`${by} keeps it`) }))).toBe('accepted');
    expect(show(village, first, `${first} keeps it`)).toMatchObject({
      refusal: { code: 'not-open', text: expect.stringMatching(/^Keep your text until .* show it from /) },
    });
    village.pass(1);
    expect(codeOf(show(village, first, 'x', juryId(9)))).toBe('no-such-jury');
    expect(codeOf(show(village, everybody.find((one) => ![first, second].includes(one)) as PersonIri, 'x'))).toBe(
      'nothing-to-show',
    );
    expect(codeOf(show(village, first, `${first} keeps it.`))).toBe('does-not-fit');
    expect(village.record(show(village, first, `${first} keeps it`))).toBe('accepted');
    expect(codeOf(show(village, first, `${first} keeps it`))).toBe('nothing-to-show');
    const end = endOf(village);
    village.now = new Date(end.getTime() - 1);
    expect(codeOf(show(village, second, `${second} keeps it`))).toBe('accepted');
    village.now = end;
    expect(codeOf(show(village, second, `${second} keeps it`))).toBe('not-open');
    village.pass(0);
    village.now = new Date(0);
    expect(show(village, second, `${second} keeps it`)).toMatchObject({
      refusal: { code: 'not-open', text: 'The time to show your text for this draw is over.' },
    });
  });

  it('is not done as long as nobody was asked', () => {
    expect(allCommitted({ asked: [], contributions: [] })).toBe(false);
  });

  it('for who lets this server reckon it takes texts that are long enough to be guessed by nobody', () => {
    const text = (length: number) => codeOf(commitmentForText('é'.repeat(length)));
    expect([SHORTEST_SECRET - 1, SHORTEST_SECRET, LONGEST_SECRET, LONGEST_SECRET + 1].map(text)).toEqual([
      'bad-commitment',
      'accepted',
      'accepted',
      'bad-commitment',
    ]);
    expect(codeOf(commitmentForText('\ud800'.repeat(20)))).toBe('bad-commitment');
    expect(commitmentForText(A_TEXT)).toMatchObject({ value: commitmentTo(A_TEXT) });
  });
});

describe('who is asked to contribute', () => {
  const asked = (village: Village) => contributorsFor(village.state, NO_RECUSALS, village.now);
  const appoint = (village: Village, role: Role, ...members: readonly PersonIri[]) => {
    const term = { since: village.now, until: addDays(village.now, 99), terms: 1, by: 'P-1' as never };
    const holders = members.map((member) => ({ member, organisation: hostOf(member), ...term }));
    village.state = { ...village.state, holders: new Map([...village.state.holders, [role, holders]]) };
  };

  it('is whoever has been there longest, and among them somebody of a second organisation', () => {
    const village = new Village();
    Object.assign(village, Village.founded(north[3]));
    for (const member of [north[2], north[1], north[0]] as PersonIri[]) {
      village.pass(1);
      village.join(member);
    }
    village.pass(1);
    for (const member of [south[1], south[0], ...west] as PersonIri[]) village.join(member);
    village.pass(31);
    const [newcomer] = people('new.example', 'newcomer') as [PersonIri];
    village.join(newcomer);
    // Of those who joined at the same time, by name; the second place is for another organisation.
    expect(asked(village)).toEqual([north[3], south[0], north[2], north[1], north[0]]);
    appoint(village, 'moderator', west[2] as PersonIri);
    appoint(village, 'steward', south[1] as PersonIri);
    expect(asked(village)).toEqual([south[1], west[2], north[3], north[2], north[1]]);
    expect(
      contributorsFor(village.state, { ...NO_RECUSALS, persons: new Set([north[3] as PersonIri]) }, village.now),
    ).toEqual([south[1], west[2], north[2], north[1], north[0]]);
  });

  it('is nobody where there is nobody', () => {
    expect(contributorsFor(new Village().state, NO_RECUSALS, addDays(new Village().now, 99))).toEqual([]);
  });

  it('is not who withheld a part, under any name, for as long as she is barred', () => {
    const village = town();
    const [one] = asked(village) as [PersonIri];
    const until = addDays(village.now, 10);
    village.state = { ...village.state, seedBarred: new Map([[one, until]]) };
    expect(asked(village)).not.toContain(one);
    const [moved] = people('moved.example', 'moved') as [PersonIri];
    village.record(moveMember({ state: village.state, from: one, to: moved, organisation: hostOf(moved) }));
    village.state = { ...village.state, seedBarred: new Map([[one, until]]) };
    expect(asked(village)).not.toContain(moved);
    call(village);
    const { now } = village;
    expect(commit(village, { by: moved })).toMatchObject({
      refusal: { code: 'barred', text: expect.stringContaining('You can contribute again from ') },
    });
    expect(contributorsFor(village.state, NO_RECUSALS, new Date(until.getTime() - 1))).not.toContain(moved);
    expect(contributorsFor(village.state, NO_RECUSALS, until)).toContain(moved);
    expect(village.now).toEqual(now);
  });

  it('is enough when three of two organisations have shown theirs', () => {
    const part = (host: string, secret?: string) =>
      ({ by: alice, organisation: `${host}.example`, commitment: 'c', ...(secret && { secret }) }) as never;
    const [a, b] = [part('a', 'x'), part('b', 'y')];
    expect(enoughContributed([a, b, a])).toBe(true);
    expect(
      [
        [a, b],
        [a, a, a],
        [a, a, part('b')],
        [a, b, part('b')],
      ].map(enoughContributed),
    ).toEqual(Array(4).fill(false));
  });
});
