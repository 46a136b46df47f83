import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  concat,
  equal,
  fromBase64Url,
  fromNumber,
  random,
  toBase64Url,
  toHex,
  toNumber,
  utf8,
} from '../../../../server/governance/secret/crypto/bytes.ts';
import { mistakeIn, rankingOf } from '../../../../server/governance/secret/crypto/choice.ts';
import { split, valueAt } from '../../../../server/governance/secret/crypto/shamir.ts';

const bytes = fc.uint8Array({ maxLength: 40 }).map((given) => Uint8Array.from(given));

describe('bytes', () => {
  it('are written in one way, and nothing else is read as such', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const text = toBase64Url(given);
        expect(fromBase64Url(text)).toEqual(given);
        expect(fromBase64Url(text, given.length)).toEqual(given);
        expect(fromBase64Url(text, given.length + 1)).toBeNull();
        for (const other of [`${text}=`, `${text}A`, ` ${text}`]) {
          const read = fromBase64Url(other);
          expect(read === null || toBase64Url(read) === other).toBe(true);
        }
      }),
    );
    for (const text of ['A', 'AAAAA', 'AB', 'AA==', 'A+', 'A/', 'a b', '“”', 'AAé'])
      expect(fromBase64Url(text)).toBeNull();
    expect([fromBase64Url(''), fromBase64Url('AA'), fromBase64Url('-_8')]).toEqual([
      ...[new Uint8Array(), new Uint8Array([0]), new Uint8Array([0xfb, 0xff])],
    ]);
  });

  it('are numbers with the highest first, of a length of their own', () => {
    expect([toNumber(new Uint8Array()), toNumber(new Uint8Array([1, 0])), toNumber(new Uint8Array([0, 255]))]).toEqual([
      ...[0n, 256n, 255n],
    ]);
    expect(fromNumber(258n, 3)).toEqual(new Uint8Array([0, 1, 2]));
    expect(fromNumber(0n, 1)).toEqual(new Uint8Array([0]));
    expect(fromNumber(65_535n, 2)).toEqual(new Uint8Array([255, 255]));
    expect(() => fromNumber(65_536n, 2)).toThrow(RangeError);
    fc.assert(
      fc.property(bytes, (given) =>
        expect(fromNumber(toNumber(given), Math.max(1, given.length))).toHaveLength(Math.max(1, given.length)),
      ),
    );
  });

  it('are the same only where all of them are', () => {
    const [one, two] = [utf8('paper'), utf8('papes')];
    expect([equal(one, utf8('paper')), equal(one, two), equal(one, utf8('pape')), equal(utf8('pape'), one)]).toEqual([
      ...[true, false, false, false],
    ]);
    expect([toHex(concat(one, new Uint8Array([0, 10]))), toHex(concat())]).toEqual(['7061706572000a', '']);
  });
});

describe('a secret in parts', () => {
  it('has at least one, no more needed than there are, and 255 at the most', () => {
    const secret = utf8('key');
    const parts = (threshold: number, count: number) => split(secret, { threshold, count }, random);
    for (const [threshold, count] of [
      [0, 3],
      [-1, 3],
      [4, 3],
      [1, 256],
      [0, 256],
    ] as const)
      expect(() => parts(threshold, count)).toThrow(`no ${threshold} of ${count}`);
    expect(parts(1, 255)).toHaveLength(255);
    expect(valueAt(parts(3, 3), 0)).toEqual(secret);
    expect(valueAt(parts(1, 2).slice(1), 0)).toEqual(secret);
    expect(valueAt([], 0)).toEqual(new Uint8Array());
  });
});

describe('a choice', () => {
  it('is one of those there are, each once; or the voter is told', () => {
    expect(['yes', 'no', 'abstain'].map((choice) => mistakeIn(choice, []))).toEqual([null, null, null]);
    expect(mistakeIn('maybe', [])).toBe('Vote yes, no or abstain.');
    expect(mistakeIn('', [])).toMatch(/Choose first/);
    const options = ['N-1', 'N-2', 'reopen'];
    expect(['N-2', 'N-2>N-1', 'abstain'].map((choice) => mistakeIn(choice, options))).toEqual([null, null, null]);
    expect([mistakeIn('yes', options), mistakeIn('N-1>N-3', options)]).toEqual(
      Array(2).fill('Put these in order, “>” between them: N-1, N-2, reopen.'),
    );
    expect(mistakeIn('N-1>N-1', options)).toBe('Name each of them once.');
  });

  it('is a ranking made from whole numbers, each given once, in the order of the numbers', () => {
    const ranks = (...given: readonly string[]) =>
      rankingOf(given.map((rank, at) => ({ option: `N-${at + 1}`, rank })));
    expect(ranks('2', '10', '1')).toEqual({ choice: 'N-3>N-1>N-2' });
    expect(ranks(' 2 ', '', '  ')).toEqual({ choice: 'N-1' });
    expect(ranks('9999')).toEqual({ choice: 'N-1' });
    for (const wrong of ['0', '1.5', '-1', 'x', '1x', 'x1', '10000', '01'])
      expect(ranks(wrong)).toMatchObject({ mistake: expect.stringContaining('Give numbers') });
    expect(ranks('1', '1')).toMatchObject({ mistake: expect.stringContaining('each number once') });
  });
});
