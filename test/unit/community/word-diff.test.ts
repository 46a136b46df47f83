import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordDiff } from '../../../server/community/word-diff.ts';

const said = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind])
    .join('');

describe('what was changed between two texts', () => {
  it('is told word by word', () => {
    expect(said('Tighten to 40 Nm, slowly.', 'Tighten to 14 Nm, slowly.')).toBe('Tighten to [-40-][+14+] Nm, slowly.');
    expect(said('', 'new')).toBe('[+new+]');
    expect(said('gone', '')).toBe('[-gone-]');
    expect(said('the same', 'the same')).toBe('the same');
    expect(said('a b c d', 'a c d e')).toBe('a [-b -]c d[+ e+]');
  });

  it('is all there: each text can be put together from it again', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n\n', 'ä.')).map((words) => words.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const stretches = wordDiff(before, after);
        const without = (kind: string) =>
          stretches
            .filter((one) => one.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });

  it('is said whole where two texts are long and have nothing to do with each other', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, nth) => `${word}${nth}`).join(' ');
    expect(wordDiff(`same ${long('x')}`, `same ${long('y')}`).map(({ kind }) => kind)).toEqual(['same', 'gone', 'new']);
  });
});
