import { type Said, said } from '../../community/said.ts';
import type { HumanMeasure, RuleDraft } from './rule.ts';

export type { HumanMeasure } from './rule.ts';

/** The ladder of measures (governance.md §3.4): education, warning, hide, mute, suspend, removal. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** No rule lets anybody go further than this, whatever it says (§3.4). */
export const MOST_DAYS = { mute: 7, suspend: 30 } as const;

/** What a rule that says nothing about people allows: to hide the post it is about. */
export const DEFAULT_MEASURE: HumanMeasure = 'hide';

const PATTERN = /^(education|warning|hide|removal|(mute|suspend):([1-9]\d?)d)$/;
const LEVELS: Readonly<Record<string, Level>> = { education: 0, warning: 1, hide: 2, mute: 3, suspend: 4, removal: 5 };

/** A measure taken apart; `null` for what is none, or lasts longer than any rule may allow. */
export function readMeasure(text: string): { readonly level: Level; readonly days?: number } | null {
  const [, whole = '', timed, days] = PATTERN.exec(text) ?? [];
  const level = LEVELS[timed ?? whole];
  if (level === undefined) return null;
  if (timed === undefined) return { level };
  return Number(days) <= MOST_DAYS[timed as keyof typeof MOST_DAYS] ? { level, days: Number(days) } : null;
}

type Ruled = Pick<RuleDraft, 'human'>;
const measureOf = ({ human }: Ruled) => readMeasure(human?.max ?? DEFAULT_MEASURE) ?? { level: 0 as const };

/** The most severe level that people may impose under a rule (P5); something that is no measure allows education. */
export const humanMax = (rule: Ruled): Level => measureOf(rule).level;

/** For how many days at most, where the level has days; `null` where it has none. */
export const humanDays = (rule: Ruled): number | null => measureOf(rule).days ?? null;

/** Of several rules about the same act the mildest counts for people (§3.3, Conflict); `null` where there is none. */
export function mildestFor<Rule extends Ruled>(rules: readonly Rule[]): Rule | null {
  return rules.reduce<Rule | null>(
    (mildest, rule) => (mildest === null || isMilder(rule, mildest) ? rule : mildest),
    null,
  );
}

const isMilder = (one: Ruled, other: Ruled): boolean =>
  humanMax(one) === humanMax(other) ? (humanDays(one) ?? 0) < (humanDays(other) ?? 0) : humanMax(one) < humanMax(other);

/** What people may do at most: `mute its author for up to 7 days`. */
export function measureWords(rule: Ruled): Said {
  const days = humanDays(rule);
  switch (humanMax(rule)) {
    case 0:
      return said`explain the rule to its author`;
    case 1:
      return said`warn its author`;
    case 2:
      return said`hide the post`;
    case 3:
      return days === 1
        ? said`mute its author for up to ${days} day`
        : said`mute its author for up to ${days ?? 0} days`;
    case 4:
      return days === 1
        ? said`suspend its author for up to ${days} day`
        : said`suspend its author for up to ${days ?? 0} days`;
    case 5:
      return said`remove its author from the community`;
  }
}
