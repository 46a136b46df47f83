import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { threadPages } from '../../../server/pages/models/thread-pages.ts';

const post = (length: number) => ({ html: 'x'.repeat(length) });
const counts = (opening: number, replies: readonly number[]) =>
  threadPages([post(opening), ...replies.map(post)]).map((page) => page.length);

it('twenty answers stand on a page, also of a thousand characters each; the next begins another', () => {
  expect(counts(100, [])).toEqual([0]);
  expect(counts(100, Array(20).fill(10))).toEqual([20]);
  expect(counts(1010, Array(20).fill(1010))).toEqual([20]);
  expect(counts(100, Array(41).fill(10))).toEqual([20, 20, 1]);
});

it('fewer stand there where they are long, or what opened the thread is', () => {
  expect(counts(100, Array(12).fill(10_000))).toEqual([4, 4, 4]);
  expect(counts(20_000, Array(8).fill(10_000))).toEqual([2, 4, 2]);
});

it('one that is too long for any page has one for itself, and no page but the first is ever empty', () => {
  expect(counts(100, [80_000, 80_000, 10])).toEqual([1, 1, 1]);
  expect(counts(80_000, [10, 10])).toEqual([1, 1]);
});

it('signs of several bytes weigh as much as they are', () => {
  const arabic = { html: 'كلمة'.repeat(2500) };
  expect(threadPages([post(10), ...Array<typeof arabic>(4).fill(arabic)]).map((page) => page.length)).toEqual([2, 2]);
});

it('every reply stands on one page, in its order', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.array(fc.nat(30_000), { maxLength: 80 }), (opening, lengths) => {
      const replies = lengths.map((length, at) => ({ ...post(length), at }));
      const pages = threadPages([post(opening), ...replies]);
      expect(pages.flat()).toEqual(replies);
      expect(
        pages.every((page, at) => page.length <= 20 && (page.length > 0 || (at === 0 && pages.length === 1))),
      ).toBe(true);
    }),
  );
});
