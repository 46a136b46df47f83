import type { Form } from '../../../views/parts/field.ts';
import type { FactName, RuleField } from '../../../views/parts/rule-form.ts';
import type { RuleId } from '../../community/ids.ts';
import { exampleFacts } from '../../governance/rules/examples.ts';
import type { AutoEffect, Condition, Facts, RuleDraft } from '../../governance/rules/rule.ts';
import { parseRuleDraft, plainText } from '../../governance/rules/schema.ts';
import { VOCABULARY } from '../../governance/rules/vocabulary.ts';
import type { Sign } from '../../governance/rules/words.ts';
import type { RuleValues } from './rule-fields.ts';
import { EXAMPLES, FACT_NAMES, ROWS, sideOf } from './rule-fields.ts';

/** The pages are in English, and so are the words of a rule written on them. */
const LANGUAGE = 'en';

/** One sentence for each field that is wrong. */
type Errors = Partial<Record<RuleField, string>>;
export type RuleRead =
  | { readonly ok: true; readonly draft: RuleDraft }
  | { readonly ok: false; readonly form: Form<RuleField> };

/**
 * Reads the flat form into a rule. Lines without a fact and facts without an answer are left out; where somebody
 * gives no example, the first that fits is taken (`exampleFacts`), so that every rule can be tried.
 *
 * @param overrides carried along when a rule is changed: the form does not ask for them
 */
export function readRule(
  values: RuleValues,
  { maxHoldHours, overrides = [] }: { readonly maxHoldHours: number; readonly overrides?: readonly RuleId[] },
): RuleRead {
  const errors: Errors = {};
  const title = readText(values, 'title', [3, 120], errors);
  const text = readText(values, 'text', [1, 4000], errors);
  const when = readConditions(values, errors);
  const effect = readEffect(values, maxHoldHours, errors);
  const given = readExamples(values, errors);
  if (when === null || effect === null || Object.keys(errors).length > 0) {
    return { ok: false, form: { values, errors } };
  }
  const derived = exampleFacts(when);
  const input = {
    title,
    text: { [LANGUAGE]: text },
    authoritative: LANGUAGE,
    when,
    effects: [effect],
    overrides,
    fixtures: {
      match: given.match.length > 0 ? given.match : derived.match,
      noMatch: given.noMatch.length > 0 ? given.noMatch : derived.noMatch,
    },
  };
  const parsed = parseRuleDraft(input, { maxHoldHours });
  return parsed.ok
    ? { ok: true, draft: parsed.value }
    : { ok: false, form: { values, errors, error: parsed.refusal.text } };
}

function readText(
  values: RuleValues,
  name: 'title' | 'text',
  [least, most]: readonly [number, number],
  errors: Errors,
) {
  const parsed = plainText(least, most).safeParse(values[name] ?? '');
  if (parsed.success) return parsed.data;
  errors[name] = `${name === 'title' ? 'The title' : 'The rule in words'}: ${parsed.error.issues[0]?.message}.`;
  return '';
}

/** All lines that name a fact; `null` when there is none, or one is wrong. */
function readConditions(values: RuleValues, errors: Errors): Condition | null {
  const asked = ROWS.filter((row) => (values[`when-${row}-fact`] ?? '') !== '');
  if (asked.length === 0) {
    errors['when-1-fact'] = 'Say when the rule applies: fill in at least one line.';
    return null;
  }
  const conditions = asked.map((row) => readRow(values, row, errors)).filter((condition) => condition !== null);
  const [only] = conditions;
  if (conditions.length < asked.length || only === undefined) return null;
  return conditions.length === 1 ? only : { all: conditions };
}

const SIGNS: readonly string[] = ['eq', 'gt', 'gte', 'lt', 'lte'] satisfies Sign[];

function readRow(values: RuleValues, row: (typeof ROWS)[number], errors: Errors): Condition | null {
  const fact = FACT_NAMES.find((known) => known === values[`when-${row}-fact`]);
  if (fact === undefined) return wrong(errors, `when-${row}-fact`, 'Choose what it is about from the list.');
  const sign = values[`when-${row}-test`] || 'eq';
  if (!SIGNS.includes(sign)) return wrong(errors, `when-${row}-test`, 'Choose how it compares from the list.');
  if (sign !== 'eq' && VOCABULARY[fact].type !== 'number') {
    return wrong(errors, `when-${row}-test`, 'Only amounts are more or less. Choose “is” here.');
  }
  const value = answerOf(fact, values[`when-${row}-value`] ?? '');
  if (value === null) return wrong(errors, `when-${row}-value`, ANSWERS[VOCABULARY[fact].type]);
  return { [sign]: [fact, value] } as unknown as Condition;
}

const ANSWERS = {
  number: 'Give a whole number, such as 3.',
  boolean: 'Say yes or no.',
  choice: 'Say here or elsewhere.',
} as const;

/** An answer in the type its fact has; `null` when it is none. */
function answerOf(fact: FactName, said: string): string | number | boolean | null {
  const meaning = VOCABULARY[fact];
  const answer = said.trim().toLowerCase();
  if (meaning.type === 'number') return wholeNumber(answer);
  if (meaning.type === 'boolean') return answer === 'yes' ? true : answer === 'no' ? false : null;
  return meaning.values.includes(answer) ? answer : null;
}

function wholeNumber(said: string): number | null {
  return /^\d{1,6}$/.test(said) ? Number(said) : null;
}

function readEffect(values: RuleValues, maxHoldHours: number, errors: Errors): AutoEffect | null {
  switch (values.effect) {
    case 'hold': {
      const hours = readAmount(values, 'holdHours', maxHoldHours, errors);
      return hours === null ? null : { do: 'hold', hours };
    }
    case 'label': {
      const label = plainText(1, 40).safeParse(values.label ?? '');
      return label.success
        ? { do: 'label', label: label.data }
        : wrong(errors, 'label', 'Give the words of the label, 40 characters at most.');
    }
    case 'limit': {
      const posts = readAmount(values, 'limitPosts', 1000, errors);
      const hours = readAmount(values, 'limitHours', maxHoldHours, errors);
      return posts === null || hours === null ? null : { do: 'limit', posts, hours };
    }
    default:
      return wrong(errors, 'effect', 'Choose what the rule does.');
  }
}

function readAmount(
  values: RuleValues,
  name: 'holdHours' | 'limitPosts' | 'limitHours',
  most: number,
  errors: Errors,
): number | null {
  const amount = wholeNumber((values[name] ?? '').trim());
  return amount !== null && amount >= 1 && amount <= most
    ? amount
    : wrong(errors, name, `Give a whole number from 1 to ${most}.`);
}

function readExamples(values: RuleValues, errors: Errors): { readonly match: Facts[]; readonly noMatch: Facts[] } {
  const examples: { readonly match: Facts[]; readonly noMatch: Facts[] } = { match: [], noMatch: [] };
  for (const name of EXAMPLES) {
    const pairs = FACT_NAMES.flatMap((fact) => {
      const said = values[`${name}-${fact}`] ?? '';
      if (said.trim() === '') return [];
      const answer = answerOf(fact, said);
      if (answer === null) wrong(errors, `${name}-${fact}`, ANSWERS[VOCABULARY[fact].type]);
      return [[fact, answer] as const];
    });
    if (pairs.length > 0) examples[sideOf(name)].push(Object.fromEntries(pairs) as Facts);
  }
  return examples;
}

function wrong(errors: Errors, name: RuleField, text: string): null {
  errors[name] = text;
  return null;
}
