import type { CommunityIri, Organisation } from '../ids.ts';
import type { Month } from './month.ts';

/** What is counted. Each part's name begins with that of what it is a part of. */
export const CELLS = [
  'asks',
  'asks-unanswered',
  'asks-within-day',
  'asks-within-hour',
  'asks-within-3-days',
  'asks-within-4-hours',
  'replies',
  'replies-crossing',
  'threads',
  'threads-of-three',
  'decisions',
  'decisions-carried-out',
  'problems',
  'problems-changed',
] as const;
export type Cell = (typeof CELLS)[number];

export const isCell = (name: string): name is Cell => (CELLS as readonly string[]).includes(name);

/** Counts of one place in one month; those that are missing are not told. */
export type Counts = Partial<Readonly<Record<Cell, number>>>;

/** Something in a picture, and how many people are behind it: at least so many (`stepOf`). */
export interface Knot<Name extends string> {
  readonly name: Name;
  readonly people: number;
}

/** Two that have to do with each other, and through how many people at least. */
export interface Tie<Name extends string> {
  readonly one: Name;
  readonly other: Name;
  readonly people: number;
}

export interface Network<Name extends string> {
  readonly knots: readonly Knot<Name>[];
  readonly ties: readonly Tie<Name>[];
}

/**
 * What is told of a month: once, two weeks after its end, and never again. So no two answers are about overlapping
 * times, and what is told tomorrow less what is told today tells nothing. No person is in it.
 */
export interface Release {
  readonly month: Month;
  /** Of all communities together whose posts are for everybody. */
  readonly server: Counts;
  /** Of each of them. */
  readonly open: Readonly<Record<CommunityIri, Counts>>;
  /** Of those for members only: each by itself, in no total. */
  readonly closed: Readonly<Record<CommunityIri, Counts>>;
  /** Who answers whom, by organisation, in open communities. */
  readonly organisations: Network<Organisation>;
  /** Open communities, and people who write in two of them. */
  readonly communities: Network<CommunityIri>;
}
