import { evaluate } from './evaluate.ts';
import type { Condition, Fact, Facts } from './rule.ts';
import { VOCABULARY } from './vocabulary.ts';
import { comparisonOf } from './words.ts';

/** More combinations than this are not tried: rules that people write need far fewer. */
const MOST_TRIES = 20_000;

/**
 * Examples for a rule made with a form: the first post that its condition catches and the first that it leaves
 * alone, tried out from the values around each bound. Empty where there is none.
 */
export function exampleFacts(when: Condition): {
  readonly match: readonly Facts[];
  readonly noMatch: readonly Facts[];
} {
  const values = [...valuesByFact(when)];
  const total = Math.min(
    MOST_TRIES,
    values.reduce((product, [, tried]) => product * tried.length, 1),
  );
  let match: Facts | undefined;
  let noMatch: Facts | undefined;
  for (let number = 0; number < total && (match === undefined || noMatch === undefined); number += 1) {
    const facts = combination(values, number);
    if (evaluate(when, facts) === true) match ??= facts;
    else noMatch ??= facts;
  }
  return { match: match === undefined ? [] : [match], noMatch: noMatch === undefined ? [] : [noMatch] };
}

type Value = string | number | boolean;

function valuesByFact(condition: Condition, values = new Map<Fact, Value[]>()): Map<Fact, Value[]> {
  if ('all' in condition) for (const part of condition.all) valuesByFact(part, values);
  if ('any' in condition) for (const part of condition.any) valuesByFact(part, values);
  if ('not' in condition) valuesByFact(condition.not, values);
  const asked = comparisonOf(condition);
  if (asked === null) return values;
  const known = values.get(asked.fact) ?? [];
  values.set(asked.fact, [...new Set([...known, ...valuesAround(asked.fact, asked.value)])]);
  return values;
}

function valuesAround(fact: Fact, value: Value): readonly Value[] {
  const meaning = VOCABULARY[fact];
  if (meaning.type === 'boolean') return [true, false];
  if (meaning.type === 'choice') return meaning.values;
  const bound = Math.floor(Number(value));
  return [bound + 1, bound, bound - 1].filter((number) => number >= 0);
}

/** The combination with a number, as digits of a mixed base: the first fact changes fastest. */
function combination(values: readonly (readonly [Fact, readonly Value[]])[], number: number): Facts {
  let rest = number;
  const pairs = values.map(([fact, tried]) => {
    const value = tried[rest % tried.length];
    rest = Math.floor(rest / tried.length);
    return [fact, value] as const;
  });
  return Object.fromEntries(pairs) as Facts;
}
