import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OptionId, optionId } from '../../../../server/community/ids.ts';
import type { Pinned, RollEntry } from '../../../../server/governance/proposal.ts';
import { type CountedBallot, countVote } from '../../../../server/governance/tally/count.ts';
import { REOPEN } from '../../../../server/governance/tally/options.ts';
import type { StvTally } from '../../../../server/governance/tally/stv.ts';
import { sha256 } from '../../../../server/record/canonical.ts';
import { people, pinnedFor, rollOf } from './elections.ts';
import { all, repeated, stv } from './ranked-votes.ts';

const many = (runs: number): number => (process.env.LONG_TESTS === 'true' ? Math.max(10_000, runs) : runs);

describe('Meek’s method with “reopen nominations”', () => {
  const three = [...people(3), REOPEN];

  it('leaves seats empty for which nobody has the quota', () => {
    expect(stv(three, 2, all({ 'N-1': 20, reopen: 9 }))).toMatchObject({ elected: ['N-1'], reopened: true });
    expect(stv(three, 2, all({ reopen: 20, 'N-1': 5 }))).toMatchObject({
      elected: [],
      reopened: true,
      result: 'rejected',
    });
    expect(stv(three, 3, all({ 'N-1': 9, 'N-2': 9 })).elected.toSorted()).toEqual(['N-1', 'N-2']);
  });

  it('elects nobody after it, though she would have had the quota later', () => {
    const votes = { 'N-1': 14, reopen: 8, 'N-2': 7 };
    const { elected, rounds } = stv(three, 3, all(votes));
    expect(elected).toEqual(['N-1']);
    expect(rounds.map((round) => round.elected)).toEqual([['N-1', REOPEN]]);
    expect(stv([...people(2), optionId('N-4')], 3, all({ 'N-1': 14, 'N-4': 8, 'N-2': 7 })).elected).toContain('N-2');
  });

  it('elects those with more votes first, before “reopen” in the same round', () => {
    expect(stv(three, 2, all({ 'N-1': 12, reopen: 10 })).rounds[0]?.elected).toEqual(['N-1', REOPEN]);
    expect(stv(three, 2, all({ 'N-1': 10, reopen: 10 })).elected).toEqual(['N-1']);
    expect(stv(three, 2, all({ 'N-1': 10, reopen: 12 })).elected).toEqual([]);
  });

  it('breaks a tie by earlier rounds, then by lot, never by who stands first', () => {
    const ballots = all({ 'N-1': 3, 'N-2': 3, 'N-3': 3 });
    const drawn = (seed: string) => stv(people(3), 1, ballots, { seed }).elected.join();
    const outcomes = new Set(Array.from({ length: 40 }, (_, at) => drawn(`seed ${at}`)));
    expect(outcomes.size).toBe(3);
    expect(drawn('seed 1')).toBe(drawn('seed 1'));
    // Turned round, the same lot falls on the same person.
    const turned = people(3).toReversed();
    expect(stv(turned, 1, ballots, { seed: 'seed 1' }).elected.join()).toBe(drawn('seed 1'));
  });

  it('of equals excludes the one who had fewer in the round before, whatever the lot', () => {
    // N-2’s two votes make N-4 as strong as N-1, who had more before.
    const ballots = all({ 'N-1': 5, 'N-4>N-3>N-1': 3, 'N-2>N-4': 2 });
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const { elected, rounds } = stv(people(4), 1, ballots, { seed });
      expect(elected).toEqual(['N-1']);
      expect(rounds.at(-1)).toMatchObject({ excluded: 'N-4', tiedWith: ['N-1'] });
      expect(rounds[0]).not.toHaveProperty('tiedWith');
    }
  });

  it('draws by the hash of the seed and the name: the lowest goes first, whether out or in', () => {
    const lot = (seed: string, option: OptionId) => sha256(`${seed} ${option}`);
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const [first, second, third] = [...people(3)].sort((a, b) => (lot(seed, a) < lot(seed, b) ? -1 : 1));
      const equal = stv(people(3), 1, all({ 'N-1': 3, 'N-2': 3, 'N-3': 3 }), { seed });
      expect(equal.rounds.map(({ excluded }) => excluded)).toEqual([first, second]);
      expect(equal.elected).toEqual([third]);
      const both = stv(people(4), 2, all({ [String(first)]: 5, [String(second)]: 5, 'N-4': 1 }), { seed });
      expect(both.elected).toEqual([first, second]);
    }
  });

  it('draws from what was cast where no seed is given: anybody finds the same, and nobody knew before the last vote', () => {
    const tied = all({ 'N-1': 3, 'N-2': 3, 'N-3': 3 });
    const cast = (ballots: readonly CountedBallot[], more: Partial<Pinned> = {}) => {
      const pinned = pinnedFor(people(4), { method: 'stv', matter: 'seats', seats: 1, ...more });
      return (countVote({ pinned, roll: rollOf(0), ballots }) as StvTally).elected.join();
    };
    expect(cast(tied.toReversed())).toBe(cast(tied));
    // On another roll, or where everybody got more, the lot may fall on another.
    const elsewhere = Array.from({ length: 12 }, (_, at) => cast(tied, { rollRoot: sha256(`roll ${at}`) }));
    expect(new Set(elsewhere).size).toBe(3);
    const equally = Array.from({ length: 12 }, (_, at) =>
      cast([1, 2, 3].flatMap((who) => repeated(at + 1, `N-${who}`))),
    );
    expect(new Set(equally).size).toBe(3);
  });

  it('lapses below the quorum and is rejected from there on, where nobody is elected', () => {
    const reopening = all({ reopen: 5 });
    expect(stv(three, 1, reopening, { quorum: 5 }).result).toBe('rejected');
    expect(stv(three, 1, reopening, { quorum: 6 }).result).toBe('lapsed');
  });

  it('counts for those who gave their vote to somebody else, and says how many they are', () => {
    const roll = rollOf(3);
    const [first, second] = roll.entries as [RollEntry, RollEntry];
    const pinned = pinnedFor(people(2), { method: 'stv', matter: 'seats', seats: 1 });
    const vote = { pinned, roll, ballots: [{ voter: first.member, choice: 'N-2' }] };
    const delegations = [{ by: second.member, to: first.member }];
    expect(countVote({ ...vote, delegations })).toMatchObject({ elected: ['N-2'], turnout: 2, delegated: 1 });
    expect(countVote(vote)).not.toHaveProperty('delegated');
  });

  const elections = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.record({
      options: fc.constantFrom(people(size), [...people(size), REOPEN]),
      seats: fc.integer({ min: 1, max: size + 1 }),
      ballots: fc.array(fc.tuple(fc.shuffledSubarray([...people(size), REOPEN], { minLength: 1 }), fc.nat(15)), {
        maxLength: 15,
      }),
    }),
  );
  const choicesOf = ({ options, ballots }: { options: readonly OptionId[]; ballots: [OptionId[], number][] }) =>
    ballots.flatMap(([order, times]) => {
      const named = order.filter((id) => options.includes(id));
      return named.length === 0 ? [] : repeated(times, named.join('>'));
    });

  it('fills no more seats than there are, loses no vote, and does not depend on the order (P2)', () => {
    fc.assert(
      fc.property(elections, (election) => {
        const ballots = choicesOf(election);
        const tally = stv(election.options, election.seats, ballots, { seed: 'lot' });
        expect(tally.elected.length).toBeLessThanOrEqual(election.seats);
        expect(new Set(tally.elected).size).toBe(tally.elected.length);
        for (const { votes, exhausted } of tally.rounds) {
          expect(votes.reduce((sum, one) => sum + one, exhausted)).toBe(ballots.length * 1e9);
        }
        expect(stv(election.options, election.seats, ballots.toReversed(), { seed: 'lot' })).toEqual(tally);
        const outOfOrder = [...election.options].sort((a, b) => (a > b ? -1 : 1));
        expect(stv(outOfOrder, election.seats, ballots, { seed: 'lot' }).elected).toEqual(tally.elected);
      }),
      { numRuns: many(200) },
    );
  });

  it('gives a coalition the seats of its quotas: whoever stands for k quotas puts k of its people in', () => {
    let seen = 0;
    const shuffled = (numbers: readonly OptionId[]) => fc.shuffledSubarray([...numbers], { minLength: numbers.length });
    const coalition = people(6).slice(0, 3);
    const others = people(6).slice(3);
    const ballot = (own: readonly OptionId[], rest: readonly OptionId[]) =>
      fc.tuple(shuffled(own), shuffled(rest)).map(([first, then]) => ({ choice: [...first, ...then].join('>') }));
    const cast = fc.record({
      seats: fc.integer({ min: 1, max: 5 }),
      ours: fc.array(ballot(coalition, others), { maxLength: 30 }),
      theirs: fc.array(ballot(others, coalition), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(cast, ({ seats, ours, theirs }) => {
        const ballots = [...ours, ...theirs];
        const { elected } = stv(people(6), seats, ballots);
        // Droop: more than k/(seats + 1) of all votes.
        const k = Math.ceil((ours.length * (seats + 1)) / Math.max(1, ballots.length)) - 1;
        if (k > 0) seen += 1;
        const in_ = elected.filter((id) => coalition.includes(id)).length;
        expect(in_).toBeGreaterThanOrEqual(Math.min(k, coalition.length, seats));
      }),
      { numRuns: many(200) },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
