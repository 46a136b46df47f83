import { describe, expect, it } from '@jest/globals';
import type { ActorIri, PostIri } from '../../../server/community/ids.ts';
import { momentAt } from '../../../server/community/local-time.ts';
import type { Post } from '../../../server/community/post.ts';
import { wordsToSeek } from '../../../server/community/related.ts';
import { answersTo, isGoneBy, sessionOf } from '../../../server/community/session.ts';
import { calendarFile } from '../../../views/calendar.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 12, minute));
const post = (iri: string, more: Partial<Post> = {}): Post =>
  ({
    ...{ iri, thread: 'opening', author: 'ana', html: '', audience: 'public', to: [], receivedAt: at(0) },
    ...{ standing: { state: 'visible' }, labels: [] },
    ...more,
  }) as unknown as Post;
const answer = (iri: string, more: Partial<Post> = {}) => post(iri, { inReplyTo: 'opening' as PostIri, ...more });
const tagged = (...hashtags: string[]) => ({ details: { hashtags } });
const opening = post('opening', tagged('LearningSession'));
const irisOf = (posts: readonly Post[]) => posts.map(({ iri }) => iri);

describe('what belongs to a session', () => {
  it('is every answer, also what was moved into a thread of its own, or along with the whole thread', () => {
    const critical = answer('critical', { thread: 'critical' as PostIri, receivedAt: at(2) });
    const below = post('below', { thread: 'critical' as PostIri, inReplyTo: 'critical' as PostIri, receivedAt: at(1) });
    const stranger = post('stranger', { thread: 'critical' as PostIri, inReplyTo: 'elsewhere' as PostIri });
    const moved = answer('moved', { thread: 'another' as PostIri, receivedAt: at(3) });
    expect(irisOf(answersTo(opening, [moved, stranger, critical, below, opening]))).toEqual([
      'below',
      'critical',
      'moved',
    ]);
  });

  it('is the same for everybody: nothing held, nothing for some alone, nothing deleted', () => {
    const said = [
      answer('held', { ...tagged('Reflection'), standing: { state: 'held', cited: {}, until: at(9) } as never }),
      answer('circle', { ...tagged('reflection'), audience: 'circle' }),
      answer('deleted', { ...tagged('Reflection'), deletedAt: at(3) }),
      answer('shown', tagged('REFLECTION')),
      answer('question'),
    ];
    const { reflections, answers } = sessionOf(opening, said);
    expect([irisOf(reflections), irisOf(answers)]).toEqual([['shown'], ['question']]);
  });

  it('has the hosts that named themselves, in that order; who opened it may step back, or be gone', () => {
    const [bob, carol] = ['bob', 'carol'] as ActorIri[];
    const said = [
      answer('1', { ...tagged('Hosting'), author: carol as ActorIri }),
      answer('2', { author: bob as ActorIri }),
    ];
    expect(sessionOf(opening, said).hosts).toEqual(['ana', 'carol']);
    expect(sessionOf(opening, [...said, answer('3', tagged('SteppingBack'))]).hosts).toEqual(['carol']);
    expect(sessionOf({ ...opening, deletedAt: at(4) }, said).hosts).toEqual(['carol']);
  });

  it('is over when it has ended, a day after it began, or never without a date', () => {
    expect(isGoneBy({ startsAt: at(0), endsAt: at(5) }, at(6))).toBe(true);
    expect(isGoneBy({ startsAt: at(0), endsAt: at(5) }, at(4))).toBe(false);
    expect(isGoneBy({ startsAt: at(0) }, at(59))).toBe(false);
    expect(isGoneBy({ startsAt: at(0) }, new Date('2026-11-29T12:01:00Z'))).toBe(true);
    expect(isGoneBy({ place: 'Hall 3' }, at(59))).toBe(false);
  });
});

describe('times and words', () => {
  it('a time is read by the clocks of a zone, in summer and in winter', () => {
    expect(momentAt('2026-12-03T18:30', 'Europe/Berlin')?.toISOString()).toBe('2026-12-03T17:30:00.000Z');
    expect(momentAt('2026-07-03 00:15', 'Europe/Berlin')?.toISOString()).toBe('2026-07-02T22:15:00.000Z');
    expect(momentAt('2026-07-03T06:00', 'Pacific/Auckland')?.toISOString()).toBe('2026-07-02T18:00:00.000Z');
    expect(momentAt('2026-07-03T20:00', 'America/Los_Angeles')?.toISOString()).toBe('2026-07-04T03:00:00.000Z');
    // Twenty minutes after clocks were put forward.
    expect(momentAt('2026-03-29T03:20', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:20:00.000Z');
    for (const none of ['', 'tomorrow', '2026-13-01T10:00', '2026-12-03'])
      expect([none, momentAt(none, 'UTC')]).toEqual([none, null]);
  });

  it('the longest words say most, in scripts without spaces as well', () => {
    expect(wordsToSeek('How do we read the hydraulic drawings, hydraulic ones?')).toEqual([
      'hydraulic',
      'drawings',
      'read',
      'ones',
    ]);
    expect(wordsToSeek('油圧図面の読み方').length).toBeGreaterThan(1);
    expect(wordsToSeek('')).toEqual([]);
  });

  it('a calendar file keeps lines short, parts no sign, and lets no text become a line of its own', () => {
    const event = {
      uid: 'https://north.example/posts/1',
      stamp: at(0),
      startsAt: at(0),
      url: 'https://north.example/1',
    };
    const file = calendarFile({
      ...event,
      title: 'Ölkreislauf; lesen, verstehen '.repeat(8),
      text: 'One\r\nATTENDEE:x\\',
    });
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Ölkreislauf\\; lesen\\, verstehen '.repeat(8)}\r\n`);
    expect(lines).toContain('DESCRIPTION:One\\nATTENDEE:x\\\\');
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });
});
