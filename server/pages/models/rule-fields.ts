import type { Example, FactName, RuleField } from '../../../views/parts/rule-form.ts';
import { FACTS } from '../../../views/parts/rule-form.ts';
import type { AutoEffect, Facts, RuleDraft } from '../../governance/rules/rule.ts';
import { comparisonOf } from '../../governance/rules/words.ts';

/** The rule form's lines of conditions, and its examples, as the view lays them out. */
export const ROWS = [1, 2, 3, 4] as const;
export const EXAMPLES = ['match-1', 'match-2', 'noMatch-1', 'noMatch-2'] as const satisfies readonly Example[];
export const FACT_NAMES: readonly FactName[] = FACTS.map(({ value }) => value);

/** The form as it was sent, field by field. */
export type RuleValues = Readonly<Partial<Record<RuleField, string>>>;

/** Every field the form has; what else was sent is not looked at. */
export const RULE_FIELDS: readonly RuleField[] = [
  'title',
  'text',
  'reasons',
  ...ROWS.flatMap((row) => [`when-${row}-fact`, `when-${row}-test`, `when-${row}-value`] as const),
  'effect',
  'holdHours',
  'label',
  'limitPosts',
  'limitHours',
  ...EXAMPLES.flatMap((example) => FACT_NAMES.map((fact) => `${example}-${fact}` as const)),
];

/**
 * A rule as the form shows it, to be changed. `whole` is false when it says more than the form has room for: then
 * the rest is left out, and whoever changes it has to know.
 */
export function valuesOf(rule: RuleDraft): { readonly values: RuleValues; readonly whole: boolean } {
  const parts = 'all' in rule.when ? rule.when.all : [rule.when];
  const rows = parts.map(comparisonOf).filter((row) => row !== null);
  const [effect] = rule.effects;
  const whole = rows.length === parts.length && rows.length <= ROWS.length && rule.effects.length === 1;
  return {
    whole,
    values: {
      title: rule.title,
      text: rule.text[rule.authoritative] ?? '',
      ...fields(
        ROWS.flatMap((row, index) => {
          const asked = rows[index];
          if (asked === undefined) return [];
          const { fact, sign, value } = asked;
          return [
            [`when-${row}-fact`, fact] as const,
            [`when-${row}-test`, sign] as const,
            [`when-${row}-value`, said(value)] as const,
          ];
        }),
      ),
      ...(effect === undefined ? {} : effectValues(effect)),
      ...fields(
        EXAMPLES.flatMap((name) => factValues(name, rule.fixtures[sideOf(name)][name.endsWith('1') ? 0 : 1] ?? {})),
      ),
    },
  };
}

/** Which list of examples a place in the form fills. */
export const sideOf = (example: Example): 'match' | 'noMatch' => (example.startsWith('match') ? 'match' : 'noMatch');

function effectValues(effect: AutoEffect): RuleValues {
  switch (effect.do) {
    case 'hold':
      return { effect: 'hold', holdHours: String(effect.hours) };
    case 'label':
      return { effect: 'label', label: effect.label };
    case 'limit':
      return { effect: 'limit', limitPosts: String(effect.posts), limitHours: String(effect.hours) };
  }
}

function factValues(example: (typeof EXAMPLES)[number], facts: Facts): readonly (readonly [RuleField, string])[] {
  return FACT_NAMES.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : [[`${example}-${fact}`, said(value)] as const];
  });
}

const said = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const fields = (pairs: readonly (readonly [RuleField, string])[]): RuleValues => Object.fromEntries(pairs);
