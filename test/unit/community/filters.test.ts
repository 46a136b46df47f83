import { describe, expect, it } from '@jest/globals';
import { type Filter, foundBy, LONGEST_KEYWORD, MOST_KEYWORDS } from '../../../server/community/filter.ts';
import { changedFilter, EMPTY_FILTER, type FilterChange } from '../../../server/community/filter-change.ts';
import { postIri } from '../../../server/community/ids.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const iri = postIri('https://north.example/posts/1');

const filter = (keyword: string, wholeWord: boolean, more: Partial<Filter> = {}): Filter => ({
  title: 'Sport',
  context: ['home'],
  action: 'warn',
  keywords: [{ id: '1', keyword, wholeWord }],
  posts: [],
  ...more,
});
const finds = (keyword: string, text: string, wholeWord = true): boolean =>
  foundBy(filter(keyword, wholeWord), { iri, text }, NOW) !== null;

describe('a keyword', () => {
  it.each([
    ['ball', 'the ball is round', true],
    ['ball', 'BALL!', true],
    ['ball', 'football', false],
    ['ball', 'ballad', false],
    ['ball', 'the ball_room', false],
    ['straße', 'Die Straße.', true],
    ['é', 'cafés', false],
    ['#tag', 'a#tag here', true],
    ['#tag', '#tags', false],
    ['C++', 'C++11 is old', true],
    ['C++', 'ABC++', false],
    ['two words', 'just Two Words, no more', true],
    ['野球', '今日は野球を', false],
  ])('whole, “%s” in “%s”: %s', (keyword, text, found) => {
    expect(finds(keyword, text)).toBe(found);
  });

  it.each([
    ['ball', 'football', true],
    ['野球', '今日は野球を', true],
    ['.', 'no point', false],
    ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', false],
    ['[x]', 'a [X] b', true],
    ['a|b', 'b', false],
    ['\\d', '7', false],
    ['https://t.co/', 'see https://t.co/x', true],
  ])('as a part, and nothing in it is a pattern: “%s” in “%s”: %s', (keyword, text, found) => {
    expect(finds(keyword, text, false)).toBe(found);
  });
});

describe('a filter', () => {
  it('names each keyword that it found, and posts that stand in it', () => {
    const both = filter('a', true, {
      keywords: [
        { id: '1', keyword: 'ball', wholeWord: true },
        { id: '2', keyword: 'goal', wholeWord: true },
        { id: '3', keyword: 'net', wholeWord: true },
      ],
      posts: [{ id: '4', post: iri }],
    });
    expect(foundBy(both, { iri, text: 'a ball in a net' }, NOW)).toEqual({ keywords: ['ball', 'net'], named: true });
    expect(foundBy(both, { iri: postIri('https://north.example/posts/2'), text: 'nothing' }, NOW)).toBeNull();
  });

  it('finds nothing from the moment when it ends', () => {
    const ending = filter('ball', true, { expiresAt: NOW });
    expect(foundBy(ending, { iri, text: 'ball' }, new Date(NOW.getTime() - 1))).not.toBeNull();
    expect(foundBy(ending, { iri, text: 'ball' }, NOW)).toBeNull();
  });
});

describe('changing a filter', () => {
  const before = filter('ball', true, { expiresAt: NOW });
  const changed = (change: FilterChange): Filter => {
    const answer = changedFilter(before, change);
    if (!answer.ok) throw new Error(answer.refusal.text);
    return answer.value;
  };
  const refusal = (change: FilterChange, from = before) => {
    const answer = changedFilter(from, change);
    return answer.ok ? undefined : answer.refusal.code;
  };

  it('leaves what is not named as it is', () => {
    expect(changed({})).toEqual(before);
    expect(changed({ title: ' News ' })).toEqual({ ...before, title: 'News' });
    expect(changed({ expiresAt: null })).not.toHaveProperty('expiresAt');
    expect(changed({ keywords: [{ change: '1', wholeWord: false }] }).keywords).toEqual([
      { id: '1', keyword: 'ball', wholeWord: false },
    ]);
    expect(changed({ keywords: [{ remove: '1' }, { add: { id: '2', keyword: ' net ', wholeWord: true } }] })).toEqual({
      ...before,
      keywords: [{ id: '2', keyword: 'net', wholeWord: true }],
    });
  });

  it('holds a post once', () => {
    const once = changed({ addPost: { id: '7', post: iri } });
    const twice = changedFilter(once, { addPost: { id: '8', post: iri } });
    expect(twice).toEqual({ ok: true, value: once });
    expect(changedFilter(once, { removePost: '7' })).toEqual({ ok: true, value: before });
  });

  it('is refused where it cannot stand so', () => {
    const add = (keyword: string) => ({ keywords: [{ add: { id: '2', keyword, wholeWord: true } }] });
    expect(refusal({ title: ' ' })).toBe('no-title');
    expect(refusal({ context: [] })).toBe('no-context');
    expect(refusal({ title: 'x' }, EMPTY_FILTER)).toBe('no-context');
    expect(refusal(add('  '))).toBe('no-keyword');
    expect(refusal(add('x'.repeat(LONGEST_KEYWORD + 1)))).toBe('too-long');
    expect(refusal({ keywords: [{ remove: '9' }] })).toBe('no-such-keyword');
    expect(refusal({ keywords: [{ change: '9', keyword: 'x' }] })).toBe('no-such-keyword');
    const many = Array.from({ length: MOST_KEYWORDS }, (_, nth) => ({
      add: { id: `k${nth}`, keyword: 'x', wholeWord: true },
    }));
    expect(refusal({ keywords: many })).toBe('too-many');
  });
});
