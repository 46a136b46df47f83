import type { Example, FactName, RuleField } from '../../../views/parts/rule-form.ts';
import { FACTS } from '../../../views/parts/rule-form.ts';
import { machinePart } from '../../governance/rules/machine-part.ts';
import type { Facts, RuleDraft } from '../../governance/rules/rule.ts';
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
  'hideHours',
  'hideOrganisations',
  'existing',
  'kind',
  'measure',
  'measureDays',
  'overrides',
  'family',
  'scope',
  'json',
  ...EXAMPLES.flatMap((example) => FACT_NAMES.map((fact) => `${example}-${fact}` as const)),
];

/**
 * A rule as the form shows it, to be changed. `whole` is false when it says more than the form's lines have room for:
 * then it stands there as the machine reads it.
 */
export function valuesOf(rule: RuleDraft): { readonly values: RuleValues; readonly whole: boolean } {
  const parts = 'all' in rule.when && rule.when.all.length > 1 ? rule.when.all : [rule.when];
  const rows = parts.map(comparisonOf).filter((row) => row !== null);
  const fits = rows.length === parts.length && rows.length <= ROWS.length && rows.every(({ value }) => isPlain(value));
  const whole = fits && fitsEffects(rule) && fitsExamples(rule);
  const said = { title: rule.title, text: rule.text[rule.authoritative] ?? '' };
  if (!whole) return { whole, values: { ...said, json: JSON.stringify(machinePart(rule), null, 2) } };
  return {
    whole,
    values: {
      ...said,
      ...fields(
        ROWS.flatMap((row, index) => {
          const asked = rows[index];
          if (asked === undefined) return [];
          const { fact, sign, value } = asked;
          return [
            [`when-${row}-fact`, fact] as const,
            [`when-${row}-test`, sign] as const,
            [`when-${row}-value`, saying(value)] as const,
          ];
        }),
      ),
      ...effectValues(rule),
      ...moreValues(rule),
      ...fields(
        EXAMPLES.flatMap((name) => factValues(name, rule.fixtures[sideOf(name)][name.endsWith('1') ? 0 : 1] ?? {})),
      ),
    },
  };
}

/** The form asks for whole numbers. */
const isPlain = (value: string | number | boolean): boolean =>
  typeof value !== 'number' || (Number.isInteger(value) && value < 1_000_000);

/** Two examples of each kind, of which everything that is known can be written into a field. */
const fitsExamples = ({ fixtures: { match, noMatch } }: RuleDraft): boolean =>
  match.length <= 2 && noMatch.length <= 2 && [...match, ...noMatch].every(isWritten);

function isWritten(example: Facts): boolean {
  const values = Object.values(example) as readonly NonNullable<Facts[FactName]>[];
  return values.length > 0 && values.every((value) => (typeof value === 'object' ? value.length > 0 : isPlain(value)));
}

/** One effect at most, and a further condition only where the form has a line for it. */
function fitsEffects(rule: RuleDraft): boolean {
  if (rule.effects.length > 1) return false;
  return rule.effects[0]?.do === 'hide' ? organisationsIn(rule) !== null : rule.autoWhen === undefined;
}

function organisationsIn({ autoWhen }: RuleDraft): number | null {
  const asked = autoWhen === undefined ? null : comparisonOf(autoWhen);
  return asked?.fact === 'reports.distinctOrgs' && asked.sign === 'gte' ? Number(asked.value) : null;
}

/** Which list of examples a place in the form fills. */
export const sideOf = (example: Example): 'match' | 'noMatch' => (example.startsWith('match') ? 'match' : 'noMatch');

function effectValues(rule: RuleDraft): RuleValues {
  const [effect] = rule.effects;
  switch (effect?.do) {
    case undefined:
      return { effect: 'none' };
    case 'hold':
      return { effect: 'hold', holdHours: String(effect.hours) };
    case 'label':
      return { effect: 'label', label: effect.label };
    case 'limit':
      return { effect: 'limit', limitPosts: String(effect.posts), limitHours: String(effect.hours) };
    case 'hide':
      return {
        effect: 'hide',
        hideHours: String(effect.hours),
        hideOrganisations: String(organisationsIn(rule) ?? ''),
      };
  }
}

function moreValues({ existing, kind, human, family, scope, overrides }: RuleDraft): RuleValues {
  const [measure = '', days = ''] = (human?.max ?? '').split(/:|d$/);
  return {
    ...(existing === undefined ? {} : { existing }),
    ...(kind === undefined ? {} : { kind }),
    ...(measure === '' ? {} : { measure }),
    ...(days === '' ? {} : { measureDays: days }),
    ...(family === undefined ? {} : { family }),
    ...(scope === undefined ? {} : { scope }),
    ...(overrides.length === 0 ? {} : { overrides: overrides.join(' ') }),
  };
}

function factValues(example: (typeof EXAMPLES)[number], facts: Facts): readonly (readonly [RuleField, string])[] {
  return FACT_NAMES.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : [[`${example}-${fact}`, saying(value)] as const];
  });
}

const saying = (value: NonNullable<Facts[FactName]>): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(' ') : String(value);
};

const fields = (pairs: readonly (readonly [RuleField, string])[]): RuleValues => Object.fromEntries(pairs);
