import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OptionId, optionId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import type { RollEntry } from '../../../../server/governance/proposal.ts';
import { countVote, readChoice } from '../../../../server/governance/tally/count.ts';
import { REOPEN, STATUS_QUO } from '../../../../server/governance/tally/options.ts';
import { tallyWords } from '../../../../server/governance/tally/words.ts';
import { people, pinnedFor, rollOf, texts } from './elections.ts';
import { all, repeated, schulze, stv } from './ranked-votes.ts';

const inWords = (...count: Parameters<typeof tallyWords>): string => inEnglish(tallyWords(...count));

const many = (runs: number): number => (process.env.LONG_TESTS === 'true' ? Math.max(10_000, runs) : runs);

describe('what somebody ranks', () => {
  const between = { method: 'schulze', options: texts(2).map((id) => ({ id, words: id })) } as const;
  const election = { method: 'stv', options: [...people(2), REOPEN].map((id) => ({ id, words: id })) } as const;

  it('is written in one way, between texts with those not named last', () => {
    expect(readChoice(between, ' T-2 ')).toBe('T-2>T-1=status-quo');
    expect(readChoice(between, 'status-quo = T-1 > T-2')).toBe('T-1=status-quo>T-2');
    expect(readChoice(between, 'abstain')).toBe('abstain');
  });

  it('is as she named them between people, none equal to another', () => {
    expect(readChoice(election, 'N-2 > reopen')).toBe('N-2>reopen');
    expect(readChoice(election, 'N-2=N-1')).toBeNull();
    expect(readChoice(election, 'N-2=N-1>reopen')).toBeNull();
    expect(readChoice(election, 'N-1>N-1')).toBeNull();
  });

  it.each(['', '>', 'T-1>T-1', 'T-1>T-2>T-2', 'T-1>T-3', 'yes', 'T-1>', '__proto__', 'T-1>abstain'])(
    'is refused as “%s”',
    (text) => {
      expect(readChoice(between, text)).toBeNull();
    },
  );

  it('written once, it is read as the same', () => {
    const shuffled = fc.shuffledSubarray([...texts(4)], { minLength: 1 });
    fc.assert(
      fc.property(shuffled, fc.infiniteStream(fc.constantFrom('>', '=')), (order, signs) => {
        const pinned = { method: 'schulze' as const, options: texts(4).map((id) => ({ id, words: id })) };
        const text = order.map((id, at) => (at === 0 ? id : `${signs.next().value}${id}`)).join('');
        const once = readChoice(pinned, text);
        expect(once).not.toBeNull();
        expect(readChoice(pinned, once ?? '')).toBe(once);
      }),
      { numRuns: many(200) },
    );
  });
});

describe('Schulze with the status quo', () => {
  const T = texts(3);

  it('finds the winner of Schulze’s own example of 45 voters', () => {
    // M. Schulze, 2011, example 1 (A, B, C, D, E are texts here; everybody prefers each to the status quo).
    const letters = { A: 'T-1', B: 'T-2', C: 'T-3', D: 'T-4', E: 'T-5' } as const;
    const order = (text: string) => [...text].map((letter) => letters[letter as keyof typeof letters]).join('>');
    const piles = { ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 };
    const ballots = Object.entries(piles).flatMap(([text, times]) => repeated(times, order(text)));
    const tally = schulze(texts(5), ballots);
    expect(tally.winner).toBe('T-5');
    expect(tally.duels.slice(0, 5).map((row) => row.slice(0, 5))).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    const strengths = tally.paths.slice(0, 5).map((row) => row.slice(0, 5).map((path) => path?.[0] ?? 0));
    expect(strengths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });

  it('adopts nothing that does not beat the status quo by the test of its matter', () => {
    const split = all({ 'T-1>status-quo': 11, 'T-2': 10, 'status-quo>T-1': 9 });
    expect(schulze(T, split)).toMatchObject({ winner: 'T-1', result: 'passed' });
    expect(schulze(T, split, { quorum: 12 })).toMatchObject({ winner: STATUS_QUO, result: 'rejected' });
    expect(schulze(T, split, { quorum: 31 })).toMatchObject({ winner: STATUS_QUO, result: 'lapsed' });
    expect(schulze(T, split, { matter: 'charter' })).toMatchObject({ winner: STATUS_QUO });
  });

  it('does not let a text that fails keep another one from passing', () => {
    // Most would rather have T-1 than T-2, but T-1 has not the two thirds against the status quo.
    const ballots = all({ 'T-1>T-2': 6, 'T-2>status-quo>T-1': 4 });
    expect(schulze(texts(2), ballots, { matter: 'charter' })).toMatchObject({
      winner: 'T-2',
      againstStatusQuo: [{ result: 'rejected' }, { result: 'passed' }],
    });
  });

  it('prefers the win with more behind it, and of equal ones the win with fewer against it', () => {
    // T-1 beats T-2 by 8 to 4, T-2 beats T-3 by 9 to 4, T-3 beats T-1 by 8 to 5.
    const equal = { 'T-3>T-1>T-2': 4, 'T-2>T-3>T-1': 4, 'T-1=T-2>T-3': 1, 'T-1>T-2>T-3': 4 };
    expect(schulze(T, all(equal)).winner).toBe('T-1');
    // T-3 beats T-2 by 3 to 2, T-2 beats T-1 by 3 to 2, T-1 beats T-3 by 2 to 1.
    const more = { 'T-2>T-1=T-3': 2, 'T-1>T-3>T-2': 2, 'T-3>T-2>T-1': 1 };
    expect(schulze(T, all(more)).winner).toBe('T-3');
  });

  it('lapses below the quorum, and is rejected from there on', () => {
    const against = all({ 'status-quo>T-1>T-2>T-3': 5 });
    expect(schulze(T, against, { quorum: 5 }).result).toBe('rejected');
    expect(schulze(T, against, { quorum: 6 }).result).toBe('lapsed');
  });

  it('counts for those who gave their vote to somebody else, and says how many they are', () => {
    const roll = rollOf(3);
    const [first, second] = roll.entries as [RollEntry, RollEntry];
    const vote = { pinned: pinnedFor(T), roll, ballots: [{ voter: first.member, choice: 'T-1>T-2' }] };
    const delegations = [{ by: second.member, to: first.member }];
    expect(countVote({ ...vote, delegations })).toMatchObject({ winner: 'T-1', turnout: 2, delegated: 1 });
    expect(countVote(vote)).not.toHaveProperty('delegated');
  });

  it('cannot be asked for without a text', () => {
    expect(() => schulze(texts(0), [])).toThrow('needs something to choose');
    expect(() => schulze([], [])).toThrow('needs something to choose');
  });

  it('keeps the status quo where two texts tie, and where everybody abstains', () => {
    expect(schulze(texts(2), all({ 'T-1=T-2': 9 }))).toMatchObject({ winner: STATUS_QUO, result: 'rejected' });
    expect(schulze(texts(2), all({ 'T-1>T-2': 4, 'T-2>T-1': 4 }))).toMatchObject({ winner: STATUS_QUO });
    expect(schulze(T, all({ abstain: 5 }))).toMatchObject({ turnout: 5, winner: STATUS_QUO });
  });

  const ranking = (options: readonly OptionId[]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...options], { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      )
      .map(([order, equal]) =>
        order.reduce((text, id, at) => (at === 0 ? id : `${text}${equal[at] ? '=' : '>'}${id}`), ''),
      );
  const votes = fc.integer({ min: 1, max: 4 }).chain((size) => {
    const options = texts(size);
    return fc.record({ options: fc.constant(options), choices: fc.array(ranking(options), { maxLength: 25 }) });
  });
  const ballotsOf = (choices: readonly string[]) => choices.map((choice) => ({ choice }));

  it('adopts the text that beats every other one and the status quo, and never one outside of those that do', () => {
    let seen = 0;
    fc.assert(
      fc.property(votes, ({ options, choices }) => {
        const { duels, winner } = schulze(options, ballotsOf(choices));
        const beats = (a: number, b: number) => (duels[a]?.[b] ?? 0) > (duels[b]?.[a] ?? 0);
        const numbers = options.map((_, at) => at);
        const champion = numbers.find((a) => numbers.every((b) => a === b || beats(a, b)));
        if (champion !== undefined) {
          seen += 1;
          expect(winner).toBe(options[champion]);
        }
        if (winner === STATUS_QUO) return;
        // Smith: nobody outside a set whose members each beat everybody outside it wins, among those that passed.
        const passed = numbers.slice(0, -1).filter((a) => beats(a, numbers.length - 1));
        const reached = new Set([options.indexOf(winner)]);
        for (const from of reached) for (const b of passed) if (b !== from && !beats(b, from)) reached.add(b);
        expect(reached.size).toBe(passed.length);
      }),
      { numRuns: many(400) },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('P1: raising the winner on somebody’s ballot, or another ballot for it, never makes it lose', () => {
    let seen = 0;
    fc.assert(
      fc.property(votes, fc.nat(), ({ options, choices }, at) => {
        const { winner } = schulze(options, ballotsOf(choices));
        if (winner === STATUS_QUO) return;
        seen += 1;
        expect(schulze(options, ballotsOf([...choices, winner])).winner).toBe(winner);
        const raised = choices.map((choice, index) => {
          if (index !== at % choices.length) return choice;
          const others = choice.split('>').map((place) =>
            place
              .split('=')
              .filter((id) => id !== winner)
              .join('='),
          );
          return [winner, ...others.filter((place) => place !== '')].join('>');
        });
        expect(schulze(options, ballotsOf(raised)).winner).toBe(winner);
      }),
      { numRuns: many(400) },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('P1: an abstention changes nothing but the turnout, and P2: neither does the order of the ballots', () => {
    fc.assert(
      fc.property(votes, ({ options, choices }) => {
        const once = schulze(options, ballotsOf(choices));
        expect(schulze(options, ballotsOf([...choices, 'abstain'])).winner).toBe(once.winner);
        expect(schulze(options, ballotsOf(choices.toReversed()))).toEqual(once);
      }),
      { numRuns: many(200) },
    );
  });

  it('does not choose the same when everybody turns her ballot round', () => {
    fc.assert(
      fc.property(votes, ({ options, choices }) => {
        const full = choices.map((choice) => readChoice(pinnedFor(options), choice) ?? 'abstain');
        const round = full.map((choice) => choice.split('>').toReversed().join('>'));
        const { winner } = schulze(options, ballotsOf(full));
        if (winner !== STATUS_QUO) expect(schulze(options, ballotsOf(round)).winner).not.toBe(winner);
      }),
      { numRuns: many(200) },
    );
  });
});

describe('results in words', () => {
  it('name texts and people as on the ballot', () => {
    const words = [
      { id: optionId('T-1'), words: 'Three links' },
      { id: optionId('N-1'), words: 'Ana' },
    ];
    expect(inWords(schulze(texts(1), all({ 'T-1': 3 })), words)).toBe('“Three links” won, 3 ballots');
    expect(inWords(schulze(texts(1), all({ 'status-quo': 1 })), words)).toBe('everything stays as it is, 1 ballot');
    expect(inWords(stv([...people(2), REOPEN], 2, all({ 'N-1': 6, reopen: 5 })), words)).toBe(
      'Ana elected; nominations are reopened for the other seats, 11 ballots',
    );
    expect(inWords(stv([...people(1), REOPEN], 1, []), words)).toBe('nobody elected, 0 ballots');
  });
});
