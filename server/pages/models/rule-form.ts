import type { Form } from '../../../views/parts/field.ts';
import type { FactName, RuleField } from '../../../views/parts/rule-form.ts';
import type { RuleId } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { clauseOf } from '../../governance/clauses.ts';
import { exampleFacts } from '../../governance/rules/examples.ts';
import type { Condition, Facts, RuleDraft } from '../../governance/rules/rule.ts';
import { isReadable, parseRuleDraft, plainText } from '../../governance/rules/schema.ts';
import { VOCABULARY } from '../../governance/rules/vocabulary.ts';
import type { Sign } from '../../governance/rules/words.ts';
import type { RuleValues } from './rule-fields.ts';
import { EXAMPLES, FACT_NAMES, ROWS, sideOf } from './rule-fields.ts';
import { type Errors, readEffect, readMore, wholeNumber, wrong } from './rule-form-effects.ts';

/** The pages are in English, and so are the words of a rule written on them. */
const LANGUAGE = 'en';

export type RuleRead =
  | { readonly ok: true; readonly draft: RuleDraft }
  | { readonly ok: false; readonly form: Form<RuleField> };

/**
 * Reads the flat form into a rule. Lines without a fact and facts without an answer are left out; where somebody
 * gives no example, the first that fits is taken (`exampleFacts`), so that every rule can be tried. What is given as
 * the machine reads it stands instead of all lines.
 *
 * @param overrides of a rule that is changed, where the form did not ask for them
 */
export function readRule(
  values: RuleValues,
  { maxHoldHours, overrides = [] }: { readonly maxHoldHours: number; readonly overrides?: readonly RuleId[] },
): RuleRead {
  const errors: Errors = {};
  const title = readText(values, 'title', [3, 120], errors);
  const text = readText(values, 'text', [1, 4000], errors);
  const given = (values.json ?? '').trim() !== '';
  const part = given ? readJson(values, errors) : readLines(values, maxHoldHours, errors);
  if (part === null || Object.keys(errors).length > 0) return { ok: false, form: { values, errors } };
  const input = { title, text: { [LANGUAGE]: text }, authoritative: LANGUAGE, overrides, ...withExamples(part) };
  const parsed = parseRuleDraft(input, { maxHoldHours });
  if (parsed.ok) return { ok: true, draft: parsed.value };
  const error = sentenceOf(parsed.refusal);
  return { ok: false, form: given ? { values, errors: { json: error } } : { values, errors, error } };
}

/** The part of a rule that the machine carries out, checked by nobody yet. */
type Part = Partial<Omit<RuleDraft, 'title' | 'text' | 'authoritative'>>;

function readLines(values: RuleValues, maxHoldHours: number, errors: Errors): Part | null {
  const when = readConditions(values, errors);
  const does = readEffect(values, maxHoldHours, errors);
  const fixtures = readExamples(values, errors);
  const more = readMore(values, errors);
  return when === null || does === null ? null : { when, ...does, ...more, fixtures };
}

function readJson(values: RuleValues, errors: Errors): Part | null {
  try {
    const part: unknown = JSON.parse(values.json ?? '');
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) return part;
  } catch {
    // Said below.
  }
  return wrong(errors, 'json', said`This is no JSON object. Begin with ${'{'} and end with ${'}'}.`);
}

function withExamples(part: Part): Part {
  const { when, fixtures } = part;
  const derived = derivedFrom(when);
  if (derived === null) return part;
  const orDerived = (side: 'match' | 'noMatch') => (fixtures?.[side]?.length ? fixtures[side] : derived[side]);
  return { ...part, fixtures: { match: orDerived('match'), noMatch: orDerived('noMatch') } };
}

/** What is no condition gets no examples: the check that follows says what is wrong with it. */
function derivedFrom(when: Part['when']): RuleDraft['fixtures'] | null {
  try {
    return isReadable(when) ? exampleFacts(when as Condition) : null;
  } catch {
    return null;
  }
}

function readText(
  values: RuleValues,
  name: 'title' | 'text',
  [least, most]: readonly [number, number],
  errors: Errors,
) {
  const parsed = plainText(least, most).safeParse(values[name] ?? '');
  if (parsed.success) return parsed.data;
  const fault = clauseOf(parsed.error.issues[0]);
  errors[name] = name === 'title' ? said`The title: ${fault}.` : said`The rule in words: ${fault}.`;
  return '';
}

/** All lines that name a fact; `null` when there is none, or one is wrong. */
function readConditions(values: RuleValues, errors: Errors): Condition | null {
  const asked = ROWS.filter((row) => (values[`when-${row}-fact`] ?? '') !== '');
  if (asked.length === 0) {
    errors['when-1-fact'] = said`Say when the rule applies: fill in at least one line.`;
    return null;
  }
  const conditions = asked.map((row) => readRow(values, row, errors)).filter((condition) => condition !== null);
  const [only] = conditions;
  if (conditions.length < asked.length || only === undefined) return null;
  return conditions.length === 1 ? only : { all: conditions };
}

const SIGNS: readonly string[] = ['eq', 'gt', 'gte', 'lt', 'lte', 'has'] satisfies Sign[];

function readRow(values: RuleValues, row: (typeof ROWS)[number], errors: Errors): Condition | null {
  const fact = FACT_NAMES.find((known) => known === values[`when-${row}-fact`]);
  if (fact === undefined) return wrong(errors, `when-${row}-fact`, said`Choose what it is about from the list.`);
  const sign = values[`when-${row}-test`] || 'eq';
  if (!SIGNS.includes(sign)) return wrong(errors, `when-${row}-test`, said`Choose how it compares from the list.`);
  const { type } = VOCABULARY[fact];
  if (type === 'list' ? sign !== 'has' : sign === 'has') {
    return wrong(errors, `when-${row}-test`, said`Hashtags “include” one; everything else “is” something.`);
  }
  if (sign !== 'eq' && sign !== 'has' && type !== 'number') {
    return wrong(errors, `when-${row}-test`, said`Only amounts are more or less. Choose “is” here.`);
  }
  const value = answerOf(fact, values[`when-${row}-value`] ?? '');
  if (value === null) return wrong(errors, `when-${row}-value`, ANSWERS[VOCABULARY[fact].type]);
  return { [sign]: [fact, value] } as unknown as Condition;
}

const ANSWERS = {
  number: said`Give a whole number, such as 3.`,
  boolean: said`Say yes or no.`,
  choice: said`Say here or elsewhere; or post, reply, poll or edit.`,
  word: said`Give a language, such as en.`,
  list: said`Give a hashtag, without the #.`,
} as const;

/** An answer in the type its fact has; `null` when it is none. */
function answerOf(fact: FactName, typed: string): string | number | boolean | null {
  const meaning = VOCABULARY[fact];
  const answer = typed.trim().toLowerCase();
  switch (meaning.type) {
    case 'number':
      return wholeNumber(answer);
    case 'boolean':
      return answer === 'yes' ? true : answer === 'no' ? false : null;
    case 'choice':
      return meaning.values.includes(answer) ? answer : null;
    case 'word':
    case 'list': {
      const word = answer.replace(/^#/, '');
      return meaning.pattern.test(word) ? word : null;
    }
  }
}

/** The same in an example, where a list has all its words. */
function exampleOf(fact: FactName, typed: string): Facts[FactName] | null {
  if (VOCABULARY[fact].type !== 'list') return answerOf(fact, typed) as Facts[FactName] | null;
  const words = typed
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => answerOf(fact, word));
  return words.includes(null) ? null : (words as readonly string[]);
}

function readExamples(values: RuleValues, errors: Errors): { readonly match: Facts[]; readonly noMatch: Facts[] } {
  const examples: { readonly match: Facts[]; readonly noMatch: Facts[] } = { match: [], noMatch: [] };
  for (const name of EXAMPLES) {
    const pairs = FACT_NAMES.flatMap((fact) => {
      const typed = values[`${name}-${fact}`] ?? '';
      if (typed.trim() === '') return [];
      const answer = exampleOf(fact, typed);
      if (answer === null) wrong(errors, `${name}-${fact}`, ANSWERS[VOCABULARY[fact].type]);
      return [[fact, answer] as const];
    });
    if (pairs.length > 0) examples[sideOf(name)].push(Object.fromEntries(pairs) as Facts);
  }
  return examples;
}
