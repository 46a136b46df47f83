import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organisation } from '../../../server/community/ids.ts';
import { bridging, type Stance } from '../../../server/governance/bridging.ts';
import { addDays, addMonths, dayInWords, timeInWords, wholeDays } from '../../../server/governance/dates.ts';
import { plainWords } from '../../../server/governance/plain-words.ts';
import { isCutOff, parseServer } from '../../../server/governance/servers.ts';
import { Village } from './village.ts';

const at = (text: string) => new Date(`${text}T10:30:00.000Z`);

describe('the community’s time', () => {
  it('goes on by months to the same day, or the last there is', () => {
    const later = (from: string, months: number) => addMonths(at(from), months).toISOString().slice(0, 16);
    expect([later('2026-01-31', 1), later('2028-01-31', 1), later('2026-03-31', 1), later('2026-01-15', 1)]).toEqual([
      ...['2026-02-28T10:30', '2028-02-29T10:30', '2026-04-30T10:30', '2026-02-15T10:30'],
    ]);
    expect([later('2026-11-30', 3), later('2026-12-31', 2), later('2026-08-31', 6), later('2026-07-31', 12)]).toEqual([
      ...['2027-02-28T10:30', '2027-02-28T10:30', '2027-02-28T10:30', '2027-07-31T10:30'],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 40 }), (day, months) => {
        const from = addDays(at('2000-01-01'), day);
        const to = addMonths(from, months);
        const passed = 12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
        const isLast = addDays(to, 1).getUTCDate() === 1;
        expect(passed).toBe(months);
        expect(to.getUTCDate() === from.getUTCDate() || (isLast && to.getUTCDate() < from.getUTCDate())).toBe(true);
      }),
    );
  });

  it('is counted in whole days, and told in words', () => {
    const from = at('2026-05-03');
    const days = (milliseconds: number) => wholeDays(from, new Date(from.getTime() + milliseconds));
    expect([days(0), days(86_399_999), days(86_400_000), days(10 * 86_400_000), days(-1)]).toEqual([0, 0, 1, 10, 0]);
    expect([dayInWords(from), timeInWords(from)]).toEqual(['3 May 2026', '3 May 2026, 10:30 UTC']);
  });
});

it('what somebody says freely stands as it reads: nothing misleading in it, cut, and well-formed', () => {
  expect(plainWords('  one\r\ntwo\rthree\tfour \n', 100)).toBe('one\ntwo\nthree\tfour');
  expect(plainWords('a\u202Eb\u0007c\u200Fd', 100)).toBe('abcd');
  expect([plainWords('abcdef', 6), plainWords('abcdef', 5), plainWords('ab😀', 3)]).toEqual([
    'abcdef',
    'abcde',
    'ab\uFFFD',
  ]);
});

describe('a server', () => {
  it('is read from an address, a handle or a host, and from nothing that is none', () => {
    const read = (typed: string) => parseServer(typed);
    for (const typed of [
      'http://south.example',
      'HTTPS://south.example/a/b?c',
      '@carol@south.example',
      'south.example/about',
    ])
      expect(read(typed)).toBe('south.example');
    const longest = `${'a.'.repeat(122)}example.x`;
    expect([longest.length, read(longest)]).toEqual([253, longest]);
    for (const typed of [
      '',
      ' ',
      'https://',
      'carol@',
      `a${longest}`,
      'a b.example',
      'south.example?x',
      'x#y.example',
      'a\\b.example',
      'nothing',
      'süd..example',
    ])
      expect([typed, read(typed)]).toEqual([typed, null]);
  });

  it('is cut off while one measure blocks it, whatever others there are', () => {
    const { state } = Village.founded();
    const measure = (act: object) => ({ act }) as never;
    const emergencies = new Map([
      ['E-1', measure({ do: 'mute', person: 'https://south.example/users/x' })],
      ['E-2', measure({ do: 'block-server', server: 'south.example' })],
    ]) as never;
    const cut = (host: string) => isCutOff({ ...state, emergencies }, host);
    expect(['south.example', 'chat.south.example', 'east.example'].map(cut)).toEqual([true, true, false]);
    const muted = new Map([['E-1', measure({ do: 'mute', person: 'https://south.example/users/x' })]]) as never;
    expect(isCutOff({ ...state, emergencies: muted }, 'south.example')).toBe(false);
  });
});

describe('what organisations agree on', () => {
  const say = (host: string, agree: number, disagree = 0): readonly Stance[] =>
    Array.from({ length: agree + disagree }, (_, place) => ({
      ...{ person: `${host}/${place}`, organisation: organisation(host), agrees: place < agree },
    }));

  it('is in the order of their names where nothing else tells them apart, and shows three people as a group', () => {
    const same = [...say('n.example', 3), ...say('s.example', 3)];
    const found = bridging(['c', 'a', 'b'].map((id) => ({ id, stances: same })));
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(found[0]?.cells).toEqual([
      { organisation: 'n.example', agree: 3, said: 3 },
      { organisation: 's.example', agree: 3, said: 3 },
    ]);
    const reversed = bridging([{ id: 'a', stances: same.toReversed() }]);
    expect(reversed[0]?.cells).toEqual(found[0]?.cells);
  });

  it('puts those of organisations of fewer than three people together, and never shows two of them alone', () => {
    const few = [...say('n.example', 4), ...say('s.example', 2), ...say('e.example', 0, 1)];
    expect(bridging([{ id: 'a', stances: few }])[0]).toEqual({
      ...{ id: 'a', score: (5 / 6) * (3 / 5) },
      cells: [
        { organisation: 'n.example', agree: 4, said: 4 },
        { organisation: null, agree: 2, said: 3 },
      ],
    });
    const two = bridging([{ id: 'a', stances: [...say('n.example', 3), ...say('s.example', 1, 1)] }]);
    expect(two[0]?.cells).toEqual([{ organisation: null, agree: 4, said: 5 }]);
  });
});
