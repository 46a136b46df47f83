import type { CommunityIri } from '../ids.ts';
import type { Month } from './month.ts';
import type { Cell, Counts, Release } from './release.ts';

/** A part of a whole, summed up over the months in which both were told. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Within what time half of the answered asks were answered first; the narrowest that can be told. */
export type Within = 'hour' | '4-hours' | 'day' | '3-days' | '14-days';

/** What the five sentences say; what is absent cannot be told. */
export interface Figures {
  readonly speed?: { readonly within: Within; readonly answered: number };
  readonly unanswered?: Share;
  readonly crossing?: Share;
  readonly ofThree?: Share;
  readonly outcomes?: Share;
}

/** Where: everywhere, or one community. */
export type Place = CommunityIri | null;

/** What a release tells of a place. */
export const countsAt = (release: Release, place: Place): Counts =>
  place === null ? release.server : (release.open[place] ?? release.closed[place] ?? {});

/** Five figures from what was told; nothing else goes into them. */
export function figuresOf(told: readonly Counts[]): Figures {
  const speed = speedOf(told);
  const decided = shareOf(told, 'decisions-carried-out', 'decisions');
  const solved = shareOf(told, 'problems-changed', 'problems');
  const outcomes = decided && solved ? both(decided, solved) : (decided ?? solved);
  return {
    ...optional('speed', speed),
    ...optional('unanswered', shareOf(told, 'asks-unanswered', 'asks')),
    ...optional('crossing', shareOf(told, 'replies-crossing', 'replies')),
    ...optional('ofThree', shareOf(told, 'threads-of-three', 'threads')),
    ...optional('outcomes', outcomes),
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };
}

function shareOf(told: readonly Counts[], part: Cell, whole: Cell): Share | undefined {
  const months = told.filter((counts) => counts[part] !== undefined && counts[whole] !== undefined);
  if (months.length === 0) return undefined;
  return { part: sum(months, part), whole: sum(months, whole) };
}

const both = (one: Share, other: Share): Share => ({ part: one.part + other.part, whole: one.whole + other.whole });

const sum = (months: readonly Counts[], cell: Cell): number =>
  months.reduce((total, counts) => total + (counts[cell] ?? 0), 0);

const TIMES: readonly (readonly [Within, Cell])[] = [
  ['hour', 'asks-within-hour'],
  ['4-hours', 'asks-within-4-hours'],
  ['day', 'asks-within-day'],
  ['3-days', 'asks-within-3-days'],
];

/** The median, as the narrowest told time within which at least half of those answered were. */
function speedOf(told: readonly Counts[]): Figures['speed'] {
  const months = told.filter((counts) => counts.asks !== undefined && counts['asks-unanswered'] !== undefined);
  const answered = sum(months, 'asks') - sum(months, 'asks-unanswered');
  if (answered === 0) return undefined;
  const found = TIMES.find(
    ([, cell]) => months.every((counts) => counts[cell] !== undefined) && sum(months, cell) * 2 >= answered,
  );
  return { within: found?.[0] ?? '14-days', answered };
}

/** The figures of the last three months. */
export const figuresAt = (releases: readonly Release[], place: Place): Figures =>
  figuresOf(releases.slice(-3).map((release) => countsAt(release, place)));

export interface TrendPoint {
  readonly month: Month;
  readonly figures: Figures;
}

/** One point a month, oldest first. */
export const trendAt = (releases: readonly Release[], place: Place): readonly TrendPoint[] =>
  releases.map((release) => ({ month: release.month, figures: figuresOf([countsAt(release, place)]) }));
