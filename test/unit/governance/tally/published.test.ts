import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { Schulze } from 'condorcet';
import fc from 'fast-check';
import type { OptionId } from '../../../../server/community/ids.ts';
import type { CountedBallot } from '../../../../server/governance/tally/count.ts';
import { countVote } from '../../../../server/governance/tally/count.ts';
import type { SchulzeTally } from '../../../../server/governance/tally/schulze.ts';
import type { StvTally } from '../../../../server/governance/tally/stv.ts';
import { bltElection, choiceOf, debianElection, type Election, people, pinnedFor, rollOf, texts } from './elections.ts';

const many = (runs: number): number => (process.env.LONG_TESTS === 'true' ? Math.max(10_000, runs) : runs);
const NOBODY = rollOf(0);

const cast = (options: readonly OptionId[], { ballots }: Pick<Election, 'ballots'>): CountedBallot[] =>
  ballots.flatMap(({ times, places }) =>
    Array.from({ length: times }, () => ({ choice: places.length === 0 ? 'abstain' : choiceOf(options, places) })),
  );

function schulze(election: Election): SchulzeTally {
  const options = texts(election.names.length - 1);
  return countVote({ pinned: pinnedFor(options), roll: NOBODY, ballots: cast(options, election) }) as SchulzeTally;
}

function stv(election: Election): StvTally {
  const options = people(election.names.length);
  const pinned = pinnedFor(options, { method: 'stv', matter: 'seats', seats: election.seats });
  return countVote({ pinned, roll: NOBODY, ballots: cast(options, election), seed: 'lot' }) as StvTally;
}

/** As the reference writes them: nine decimal places. */
const inVotes = (billionths: number | undefined): string => ((billionths ?? 0) / 1e9).toFixed(9);

describe('elections of the Debian project leader, by Schulze’s method with “none of the above”', () => {
  it.each([
    [2006, 'Anthony Towns', 421],
    [2007, 'Sam Hocevar', 482],
    [2020, 'Jonathan Carter', 339],
  ])('%i went to %s, as the project announced', (year, winner, voters) => {
    const election = debianElection(year);
    const tally = schulze(election);
    expect(tally).toMatchObject({ turnout: voters, result: 'passed' });
    expect(election.names[tally.options.indexOf(tally.winner)]).toBe(winner);
    expect(theirSchulze(election)[0]).toBe(winner);
  });
});

/** Somebody else's program (npm `condorcet`): the candidates, the winner first. */
function theirSchulze(election: Election): readonly string[] {
  const wins = winsOf(election);
  return [...wins.keys()].sort((a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0));
}

describe('the reference rule’s own results (Droop, “meek-prf”), digit by digit', () => {
  it.each([
    ['42', [1, 3], '2.000000001', { 1: '2.000000004' }],
    ['513', [1, 3], '3.000000001', { 1: '3.000000005' }],
    [
      'SC',
      [4, 7, 8, 13],
      '18.586296861',
      { 3: '16.482212783', 4: '19.087429756', 7: '19.073682122', 13: '19.202438090' },
    ],
  ])('%s: the same are elected, with the same quota and votes', (name, elected, quota, votes) => {
    const tally = stv(bltElection(name));
    expect(tally.elected.map((id) => Number(id.slice(2))).sort((a, b) => a - b)).toEqual(elected);
    const last = tally.rounds.at(-1);
    expect(inVotes(last?.quota)).toBe(quota);
    for (const [number, expected] of Object.entries(votes)) {
      expect(inVotes(last?.votes[Number(number) - 1])).toBe(expected);
    }
  });

  it('M135: round by round, up to the tie which the reference breaks by the order of the file, and we do not', () => {
    const { rounds } = stv(bltElection('M135'));
    const [first, ...excluded] = rounds.slice(0, 11);
    expect(first?.elected).toEqual(['N-1']);
    expect(excluded.map((round) => Number(round.excluded?.slice(2)))).toEqual([25, 22, 24, 21, 19, 23, 17, 14, 20, 18]);
    expect([first, ...excluded].map((round) => inVotes(round?.quota))).toEqual([
      '84.625000001',
      ...['84.516332983', '84.516332983', '84.516332983', '84.390937830', '84.263322885'],
      ...['84.137931035', '83.899371071', '83.773584907', '83.643451145', '83.639175260'],
    ]);
    expect(inVotes(rounds[11]?.quota)).toBe('83.333333340');
    expect([rounds[11]?.excluded, ...(rounds[11]?.tiedWith ?? [])].toSorted()).toEqual(['N-13', 'N-16']);
  });

  it('“Voting matters” 12: three who tie for two rounds are parted by lot, and by nothing else', () => {
    const tally = stv(bltElection('SC-Vm-12'));
    const [first, second] = tally.rounds;
    expect(first?.elected.toSorted()).toEqual(['N-1', 'N-2']);
    expect([second?.excluded, ...(second?.tiedWith ?? [])].toSorted()).toEqual(['N-3', 'N-4', 'N-5']);
    expect(tally.elected).toHaveLength(3);
  });
});

interface Theirs {
  readonly tabulate: (
    seats: number,
    names: readonly string[],
    ballots: readonly (readonly [number, readonly string[]])[],
    levels: null,
    ties: readonly string[],
    ...rest: readonly unknown[]
  ) => { readonly elected: ReadonlyMap<string, unknown> | ReadonlySet<string> | readonly string[] };
}
const theirs = createRequire(import.meta.url)('meeks-prf-js/run/meek.js') as Theirs;

describe('somebody else’s program', () => {
  const ranking = (size: number, least = 1) =>
    fc.shuffledSubarray(
      Array.from({ length: size }, (_, at) => at),
      { minLength: least },
    );
  const elections = fc.integer({ min: 2, max: 7 }).chain((size) =>
    fc.record({
      seats: fc.integer({ min: 1, max: Math.max(1, size - 1) }),
      names: fc.constant(people(size) as readonly string[]),
      ballots: fc.array(
        fc.record({ times: fc.integer({ min: 1, max: 40 }), order: ranking(size), ties: fc.array(fc.boolean()) }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  );

  it('elects the same by Meek’s method (npm meeks-prf-js), wherever no lot is drawn', () => {
    let compared = 0;
    fc.assert(
      fc.property(elections, ({ seats, names, ballots }) => {
        const ours = stv({
          seats,
          names,
          ballots: ballots.map(({ times, order }) => ({ times, places: order.map((at) => [at]) })),
        });
        if (ours.rounds.some(({ tiedWith }) => tiedWith !== undefined)) return;
        const groups = ballots.map(({ times, order }) => [times, order.map((at) => names[at] ?? '')] as const);
        const { elected } = theirs.tabulate(seats, names, groups, null, names, [], [], {});
        expect(ours.elected.toSorted()).toEqual([...elected.keys()].map(String).toSorted());
        compared += 1;
      }),
      { numRuns: many(150) },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('finds the same winner by Schulze’s method (npm condorcet), of the texts that beat the status quo', () => {
    let compared = 0;
    fc.assert(
      fc.property(elections, ({ names, ballots }) => {
        const ranked = ballots.map(({ times, order, ties }) => ({
          times,
          places: order.reduce<number[][]>((places, at, index) => {
            const last = places.at(-1);
            if (last !== undefined && ties[index] === true) last.push(at);
            else places.push([at]);
            return places;
          }, []),
        }));
        const ours = schulze({ seats: 1, names, ballots: ranked });
        const { passed, only } = amongThosePassed(ours, { seats: 1, names, ballots: ranked });
        if (passed.length < 2) return;
        const wins = winsOf(only);
        const best = names.filter((name) => wins.get(name) === passed.length - 1);
        // Theirs breaks no ties of strength: where it sees one, ours may see further.
        if (best[0] === undefined) return;
        expect(names[ours.options.indexOf(ours.winner)]).toBe(best[0]);
        compared += 1;
      }),
      { numRuns: many(300) },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

/** The texts that passed against the status quo, and the vote between them alone. */
function amongThosePassed({ againstStatusQuo }: SchulzeTally, { names, ballots }: Election) {
  const passed = againstStatusQuo.flatMap(({ result }, at) => (result === 'passed' ? [at] : []));
  const left = ballots.map(({ times, places }) => ({
    times,
    places: places.map((place) => place.flatMap((at) => (passed.includes(at) ? [passed.indexOf(at)] : []))),
  }));
  return { passed, only: { seats: 1, names: passed.map((at) => names[at] ?? ''), ballots: left } };
}

function winsOf({ names, ballots }: Election): ReadonlyMap<string, number> {
  const theirs = new Schulze(new Set(names));
  for (const { times, places } of ballots) {
    const ranks = places.flatMap((place, rank) => place.map((at): [string, number] => [names[at] ?? '', rank + 1]));
    theirs.addBallot(new Map(ranks), times);
  }
  return new Map([...theirs.rankWithValues()].map(([name, wins]) => [String(name), wins]));
}
