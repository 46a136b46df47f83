import type { RuleId } from '../../community/ids.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';

/** Below this a number is not told: one or two cases point at people. */
const FEWEST_TOLD = 3;

/** How many; `few`: one or two. */
export type Told = number | 'few';

/** What came of reports under one rule, in all its versions. About nobody in particular. */
export interface RuleFigures {
  readonly rule: RuleId;
  /** What the rule is called now, or was called last. */
  readonly title: string;
  readonly cases: Told;
  /** Cases in which a measure was taken. */
  readonly measures: Told;
  readonly appeals: Told;
  /** Appeals after which nothing of the measure was left. */
  readonly overturned: Told;
}

/** Moderation in figures, rule by rule, in the order of the rules' numbers; rules without a case are left out. */
export function moderationFigures({ cases, rules }: Pick<CommunityState, 'cases' | 'rules'>): readonly RuleFigures[] {
  const byRule = new Map<RuleId, Case[]>();
  for (const one of cases.values()) {
    const same = byRule.get(one.cited.rule);
    if (same === undefined) byRule.set(one.cited.rule, [one]);
    else same.push(one);
  }
  return [...byRule]
    .map(([rule, all]) => ({
      rule,
      title: rules.get(rule)?.at(-1)?.title ?? '',
      cases: told(all, () => true),
      measures: told(all, ({ sanction }) => sanction !== undefined),
      appeals: told(all, ({ appeal }) => appeal !== undefined),
      overturned: told(all, ({ appeal }) => appeal?.outcome === 'overturned'),
    }))
    .sort((a, b) => numberOf(a.rule) - numberOf(b.rule) || (a.rule < b.rule ? -1 : 1));
}

function told(cases: readonly Case[], which: (one: Case) => boolean): Told {
  const count = cases.filter(which).length;
  return count === 0 || count >= FEWEST_TOLD ? count : 'few';
}

const numberOf = (rule: RuleId): number => Number(/\d+$/.exec(rule)?.[0] ?? 0);
