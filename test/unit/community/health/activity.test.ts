import { describe, expect, it } from '@jest/globals';
import { activityOf, type Counted } from '../../../../server/community/health/activity.ts';
import { isAsk } from '../../../../server/community/health/ask.ts';
import { lastToldAt, month, monthsUpTo, readMonth, toldFrom } from '../../../../server/community/health/month.ts';
import type { Counts, Release } from '../../../../server/community/health/release.ts';
import { figuresAt } from '../../../../server/community/health/sentences.ts';
import { actorIri, communityIri, organisation, postIri } from '../../../../server/community/ids.ts';

const october = month('2026-10');
const guild = communityIri('guild');
const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 9, day, hour));
const wrote = (id: string, author: string, at: Date, more: Partial<Counted> = {}): Counted => ({
  iri: postIri(id),
  author: actorIri(author),
  community: guild,
  thread: postIri(id),
  receivedAt: at,
  ask: false,
  ...more,
});
const answer = (id: string, author: string, at: Date, to: string, thread = to) =>
  wrote(id, author, at, { inReplyTo: postIri(to), thread: postIri(thread) });
/** ana@north and bob@north, carla@south, dora@west; the guild itself is nobody's. */
const organisationOf = (author: string) => {
  const of = { ana: 'north', bob: 'north', carla: 'south', dora: 'west' } as Record<string, string>;
  const found = of[author];
  return found === undefined ? undefined : organisation(found);
};
const read = (posts: readonly Counted[], answered = new Map()) =>
  activityOf(october, posts, { organisationOf, answered });

describe('what is counted of a month', () => {
  it('is each thread with who opened it, when somebody else first answered, and how many organisations met', () => {
    const { threads } = read([
      wrote('q', 'ana', on(30), { ask: true }),
      answer('own', 'ana', on(30, 10), 'q'),
      answer('r', 'carla', on(30, 12), 'q'),
      answer('s', 'dora', on(33), 'r', 'q'),
    ]);
    expect(threads).toEqual([
      {
        by: ['ana'],
        helper: 'carla',
        marks: { kind: 'thread', community: 'guild', ask: true, answeredAfter: 3 * 3_600_000, organisations: 3 },
      },
    ]);
  });

  it('an answer after two weeks is none, and what the community itself says is not counted', () => {
    const posts = [
      wrote('q', 'ana', on(1)),
      answer('r', 'carla', on(16), 'q'),
      wrote('vote', 'guild', on(2)),
      answer('t', 'bob', on(3), 'vote'),
    ];
    const { threads, replies } = read(posts);
    expect(threads.map(({ by, marks }) => [by, marks.answeredAfter, marks.organisations])).toEqual([
      [['ana'], undefined, 1],
    ]);
    expect(replies.map(({ by }) => by)).toEqual([['carla']]);
  });

  it('is each reply to somebody else in that month, also to what was written before', () => {
    const before = new Map([[postIri('old'), actorIri('ana')]]);
    const { replies, threads } = read(
      [
        answer('r', 'carla', on(2), 'old'),
        answer('s', 'ana', on(3), 'r', 'old'),
        answer('own', 'ana', on(3), 'old'),
        answer('late', 'bob', on(32), 'r', 'old'),
      ],
      before,
    );
    expect(replies.map(({ by, marks }) => [by[0], marks.from, marks.to])).toEqual([
      ['carla', 'south', 'north'],
      ['ana', 'north', 'south'],
    ]);
    expect(threads).toEqual([]);
  });
});

describe('an ask', () => {
  it.each([
    ['<p>Who sees this too?</p>', true],
    ['<p>من يرى هذا أيضاً؟</p>', true],
    ['<p>Done. <a href="https://a.example/?q=1">https://a.example/?q=1</a></p>', false],
    ['<p>It works now.</p>', false],
  ])('%s', (html, expected) => {
    expect(isAsk({ html })).toBe(expected);
  });
  it('is one by its kind too, and an answer is none', () => {
    expect(isAsk({ html: '<p>It drifts.</p>', details: { hashtags: ['Snag'] } })).toBe(true);
    expect(isAsk({ html: '<p>Really?</p>', inReplyTo: postIri('q') })).toBe(false);
  });
});

describe('a month', () => {
  it('is told of two weeks after its end', () => {
    expect(toldFrom(october).toISOString()).toBe('2026-11-15T00:00:00.000Z');
    expect(lastToldAt(new Date('2026-11-14T23:59:59Z'))).toBe('2026-09');
    expect(lastToldAt(new Date('2026-11-15T00:00:00Z'))).toBe('2026-10');
    expect(lastToldAt(new Date('2027-01-15T00:00:00Z'))).toBe('2026-12');
    expect(monthsUpTo(month('2027-01'), 3)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(['2026-13', '2026-1', 'x'].map(readMonth)).toEqual([null, null, null]);
  });
});

describe('the five figures', () => {
  const told = (name: string, server: Counts): Release => ({
    month: month(name),
    server,
    open: {},
    closed: {},
    organisations: { knots: [], ties: [] },
    communities: { knots: [], ties: [] },
  });

  it('are added up over the last three months from what was told, and nothing else', () => {
    const releases = [
      told('2026-07', { asks: 900, 'asks-unanswered': 900 }),
      told('2026-08', { asks: 20, 'asks-unanswered': 4, replies: 40, 'replies-crossing': 10 }),
      told('2026-09', { asks: 10, threads: 30, 'threads-of-three': 6 }),
      told('2026-10', { asks: 30, 'asks-unanswered': 6, decisions: 3, 'decisions-carried-out': 2 }),
    ];
    expect(figuresAt(releases, null)).toEqual({
      speed: { within: '14-days', answered: 40 },
      unanswered: { part: 10, whole: 50 },
      crossing: { part: 10, whole: 40 },
      ofThree: { part: 6, whole: 30 },
      outcomes: { part: 2, whole: 3 },
    });
    expect(figuresAt(releases, guild)).toEqual({});
  });

  it('the speed is the narrowest told time within which half were answered', () => {
    const counts = { asks: 20, 'asks-unanswered': 4, 'asks-within-hour': 7, 'asks-within-day': 8 };
    expect(figuresAt([told('2026-10', counts)], null).speed).toEqual({ within: 'day', answered: 16 });
    expect(figuresAt([told('2026-10', { ...counts, 'asks-within-hour': 8 })], null).speed?.within).toBe('hour');
  });
});
