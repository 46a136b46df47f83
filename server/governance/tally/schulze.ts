import type { OptionId, Organisation } from '../../community/ids.ts';
import type { Matter, Roll } from '../proposal.ts';
import type { Choice, Counted, YesNoTally } from './tally.ts';
import type { Votes } from './votes.ts';
import { tallyYesNo } from './yes-no.ts';

/** How strong a duel, or a path of duels, is: ballots for, ballots against. More for is stronger, then fewer against. */
export type Strength = readonly [forIt: number, againstIt: number];

/** A vote between several texts, counted by Schulze's method: all that is needed to check it by hand. */
export interface SchulzeTally extends Counted {
  readonly method: 'schulze';
  /** What was chosen between, the status quo last; the tables below are in this order. */
  readonly options: readonly OptionId[];
  /** The text that is adopted, or `status-quo`. */
  readonly winner: OptionId;
  /** `duels[a][b]`: ballots that put a before b. */
  readonly duels: readonly (readonly number[])[];
  /** Each text against the status quo, by the test of its matter; in the order of `options`. */
  readonly againstStatusQuo: readonly YesNoTally[];
  /** `paths[a][b]`: the strongest path from a to b among the texts that passed; `null` where there is none. */
  readonly paths: readonly (readonly (Strength | null)[])[];
}

/**
 * Counts a vote between texts (governance.md §3.2) by Schulze's method (M. Schulze, “A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method”, 2011), strength by
 * winning votes.
 *
 * A text must beat the status quo directly, by the test of its matter, quorum included: others are out before texts
 * are compared with each other, so that a text which could not pass keeps no other one from passing (as in the Debian
 * constitution, §A.5). Of what is left the one wins from which no path leads back stronger. Where several tie
 * nothing is adopted: ties keep the status quo.
 */
export function tallySchulze({
  votes,
  options,
  roll,
  matter,
  quorum,
}: {
  readonly votes: Votes;
  /** The status quo last. */
  readonly options: readonly OptionId[];
  readonly roll: Roll;
  readonly matter: Matter;
  readonly quorum: number;
}): SchulzeTally {
  const statusQuo = options.at(-1);
  if (statusQuo === undefined || options.length < 2) throw new RangeError('a ranked vote needs something to choose');
  const ranked = rankedPiles(votes, options);
  const duels = duelsOf(options.length, ranked);
  const againstStatusQuo = options
    .slice(0, -1)
    .map((_, text) => tallyYesNo({ votes: duelOf(votes, ranked, text, options.length - 1), roll, matter, quorum }));
  const passed = againstStatusQuo.flatMap(({ result }, text) => (result === 'passed' ? [text] : []));
  const paths = strongestPaths(duels, passed);
  const winners = passed.filter((a) => passed.every((b) => a === b || !isStronger(at(paths, b, a), at(paths, a, b))));
  const only = winners.length === 1 ? winners[0] : undefined;
  const { turnout, delegated } = votes;
  return {
    method: 'schulze',
    turnout,
    ...(delegated > 0 ? { delegated } : {}),
    quorum,
    options,
    winner: (only === undefined ? undefined : options[only]) ?? statusQuo,
    duels,
    againstStatusQuo,
    paths,
    result: only !== undefined ? 'passed' : turnout >= quorum ? 'rejected' : 'lapsed',
  };
}

/** Equal ballots of one organisation: which place they give to each option, and how many they are. */
interface Ranked {
  readonly organisation: Organisation | null;
  readonly places: readonly number[];
  readonly ballots: number;
}

function rankedPiles({ piles }: Votes, options: readonly OptionId[]): readonly Ranked[] {
  const places = placesIn(options);
  const ranked: Ranked[] = [];
  for (const [organisation, pile] of piles) {
    for (const [choice, ballots] of pile) ranked.push({ organisation, places: places(choice), ballots });
  }
  return ranked;
}

/** Which place a choice gives to each option, 0 for the best; abstaining puts all in the same. */
function placesIn(options: readonly OptionId[]): (choice: string) => readonly number[] {
  const numbers = new Map<string, number>(options.map((option, number) => [option, number]));
  const put = (places: number[], name: string, place: number) => {
    const number = numbers.get(name);
    if (number !== undefined) places[number] = place;
  };
  return (choice) => {
    const places = new Array<number>(options.length).fill(0);
    let place = 0;
    for (const names of choice === 'abstain' ? [] : choice.split('>')) {
      if (names.includes('=')) for (const name of names.split('=')) put(places, name, place);
      else put(places, names, place);
      place += 1;
    }
    return places;
  };
}

function duelsOf(size: number, ranked: readonly Ranked[]): readonly (readonly number[])[] {
  const duels = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { places, ballots } of ranked) {
    for (let a = 0; a < size; a += 1) {
      const row = duels[a] as number[];
      const place = places[a] as number;
      for (let b = 0; b < size; b += 1) if (place < (places[b] as number)) row[b] = (row[b] as number) + ballots;
    }
  }
  return duels;
}

/** A vote between two options alone: who puts the first before the second says yes to it. */
function duelOf(votes: Votes, ranked: readonly Ranked[], one: number, other: number): Votes {
  const piles = new Map<Organisation | null, Map<Choice, number>>();
  for (const { organisation, places, ballots } of ranked) {
    let pile = piles.get(organisation);
    if (pile === undefined) {
      pile = new Map();
      piles.set(organisation, pile);
    }
    const side = sideOf(places[one] as number, places[other] as number);
    pile.set(side, (pile.get(side) ?? 0) + ballots);
  }
  return { ...votes, piles };
}

function sideOf(own: number, other: number): Choice {
  if (own === other) return 'abstain';
  return own < other ? 'yes' : 'no';
}

/** Floyd and Warshall's way over the duels that were won: a path is as strong as its weakest duel. */
function strongestPaths(duels: readonly (readonly number[])[], texts: readonly number[]): (Strength | null)[][] {
  const paths = duels.map((row, a) =>
    row.map((forIt, b): Strength | null => {
      const againstIt = duels[b]?.[a] ?? 0;
      return texts.includes(a) && texts.includes(b) && forIt > againstIt ? [forIt, againstIt] : null;
    }),
  );
  for (const over of texts) {
    for (const from of texts) {
      for (const to of texts) {
        if (from === to || from === over || to === over) continue;
        const round = weaker(at(paths, from, over), at(paths, over, to));
        const row = paths[from];
        if (row !== undefined && isStronger(round, at(paths, from, to))) row[to] = round;
      }
    }
  }
  return paths;
}

const at = (paths: readonly (readonly (Strength | null)[])[], from: number, to: number): Strength | null =>
  paths[from]?.[to] ?? null;

const weaker = (a: Strength | null, b: Strength | null): Strength | null => (isStronger(a, b) ? b : a);

function isStronger(a: Strength | null, b: Strength | null): boolean {
  if (a === null || b === null) return a !== null;
  return a[0] > b[0] || (a[0] === b[0] && a[1] < b[1]);
}
