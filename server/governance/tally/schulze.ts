import type { OptionId } from '../../community/ids.ts';
import type { Matter, Roll } from '../proposal.ts';
import type { Choice, Counted, YesNoTally } from './tally.ts';
import { together, type Votes } from './votes.ts';
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
  const places = placesIn(options);
  const duels = duelsOf(options.length, together(votes), places);
  const againstStatusQuo = options.slice(0, -1).map((_, text) => {
    const side = (choice: string) => sideOf(places(choice), text, options.length - 1);
    return tallyYesNo({ votes, roll, matter, quorum, side });
  });
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

/** Which place a choice gives to each option, 0 for the best; abstaining puts all in the same. */
function placesIn(options: readonly OptionId[]): (choice: string) => readonly number[] {
  const index = new Map<string, number>(options.map((option, number) => [option, number]));
  const known = new Map<string, readonly number[]>();
  return (choice) => {
    const before = known.get(choice);
    if (before !== undefined) return before;
    const places = options.map(() => 0);
    for (const [place, names] of (choice === 'abstain' ? '' : choice).split('>').entries()) {
      for (const name of names.split('=')) {
        const number = index.get(name);
        if (number !== undefined) places[number] = place;
      }
    }
    known.set(choice, places);
    return places;
  };
}

function duelsOf(
  size: number,
  choices: ReadonlyMap<string, number>,
  places: (choice: string) => readonly number[],
): readonly (readonly number[])[] {
  const duels = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [choice, ballots] of choices) {
    const ranked = places(choice);
    for (const [a, row] of duels.entries()) {
      const place = ranked[a] ?? 0;
      for (let b = 0; b < size; b += 1) if (place < (ranked[b] ?? 0)) row[b] = (row[b] ?? 0) + ballots;
    }
  }
  return duels;
}

function sideOf(places: readonly number[], text: number, statusQuo: number): Choice {
  const [own, other] = [places[text] ?? 0, places[statusQuo] ?? 0];
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
