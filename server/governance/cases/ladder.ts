import type { CharterParameters } from '../charter.ts';
import { addDays } from '../dates.ts';
import type { RuleDraft } from '../rules/rule.ts';

/** How severe a measure is (governance.md §3.4): each step includes what the visible ones before it do. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

/** What a measure is called, and what it does, in words that follow “The measure: ”. */
export const LEVEL_WORDS: Readonly<Record<Level, { readonly name: string; readonly does: string }>> = {
  0: { name: 'explanation', does: 'the rule is explained; nothing else happens' },
  1: { name: 'warning', does: 'a warning, which stands for a while' },
  2: { name: 'hiding', does: 'what was posted is hidden from everybody but its author' },
  3: { name: 'muting', does: 'the post is hidden, and new posts are refused for some days' },
  4: { name: 'suspension', does: 'the post is hidden, and the membership rests for some weeks' },
  5: { name: 'removal', does: 'the post is hidden, and the membership ends' },
};

/** What a rule allows people to do about a breach of it, at most. */
export interface Most {
  readonly level: Level;
  /** For how many days, where it says so. */
  readonly days?: number;
}

/** A rule that says nothing about people allows to hide what was posted. */
const UNLESS_SAID = 'hide';
const MEASURES: Readonly<Record<string, Level>> = {
  education: 0,
  warning: 1,
  hide: 2,
  mute: 3,
  suspend: 4,
  removal: 5,
};

/** The most severe measure that a rule allows (P5), as it is written in it: `hide`, `mute:7d`. What is none allows nothing but to explain. */
export function mostOf(rule: RuleDraft): Most {
  const { human } = rule as unknown as { readonly human?: { readonly max?: unknown } };
  const [, name = '', days] = /^([a-z]+)(?::([1-9]\d?)d)?$/.exec(String(human?.max ?? UNLESS_SAID)) ?? [];
  const level = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
  if (level === undefined) return { level: 0 };
  return days === undefined ? { level } : { level, days: Number(days) };
}

export const maxLevelOf = (rule: RuleDraft): Level => mostOf(rule).level;

/** Whether a measure is milder than another one. */
export const isMilder = (one: Most, other: Most): boolean =>
  one.level === other.level ? (one.days ?? Infinity) < (other.days ?? Infinity) : one.level < other.level;

export const isLevel = (value: unknown): value is Level => LEVELS.includes(value as Level);

/** The levels up to one, that one included. */
export const levelsUpTo = (max: Level): readonly Level[] => LEVELS.filter((level) => level <= max);

/** One step milder; `null` below the mildest. */
export const milder = (level: Level): Level | null => LEVELS[level - 1] ?? null;

/** What one moderator may do; and two together; and two together at once, for some hours. */
export const MOST_BY_ONE: Level = 2;
export const MOST_BY_TWO: Level = 3;
export const MOST_AT_ONCE: Level = 4;

/** How many jurors judge where a measure up to this level is possible. */
export function jurySizeFor(max: Level): 5 | 7 | 9 {
  if (max === 5) return 9;
  return max === 4 ? 7 : 5;
}

/** How many of so many jurors a measure takes: a majority; 5 of 7 for a suspension, 7 of 9 for a removal. */
export function votesNeeded(level: Level, size: number): number {
  return level >= 4 ? Math.ceil((size * 5) / 7) : Math.floor(size / 2) + 1;
}

/** For how long at the most a measure lasts under a charter, in days; `null` for those that do not end by themselves. */
export function daysOf(level: Level, { warningDays, muteDays, suspensionDays }: CharterParameters): number | null {
  const days = { 1: warningDays, 3: muteDays, 4: suspensionDays } as const;
  return level === 1 || level === 3 || level === 4 ? days[level] : null;
}

/**
 * When a measure ends by itself: within what the charter allows, and the rule; and sooner if that is asked for.
 *
 * @param days those asked for, and the rule's own, where there are any
 */
export function endOf(
  level: Level,
  from: Date,
  parameters: CharterParameters,
  days: readonly (number | undefined)[] = [],
): Date | undefined {
  const most = daysOf(level, parameters);
  if (most === null) return undefined;
  const shorter = level === 1 ? [] : days.filter((one) => one !== undefined);
  return addDays(from, Math.max(1, Math.min(most, ...shorter)));
}
