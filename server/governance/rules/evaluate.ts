import type { Condition, Fact, Facts, Value } from './rule.ts';

/** What a condition amounts to. `unknown` has no effect: only what is known to be true does. */
export type Truth = true | false | 'unknown';

/**
 * Evaluates a condition in Kleene's three-valued logic (governance.md §3.3). What is not known, is of the wrong type,
 * or only a person can judge, is `unknown`; so is anything that does not look like a condition.
 */
export function evaluate(condition: Condition, facts: Facts): Truth {
  try {
    return truthOf(condition, facts);
  } catch {
    return 'unknown';
  }
}

function truthOf(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) return everyOf(condition.all.map((part) => truthOf(part, facts)));
  if ('any' in condition) return anyOf(condition.any.map((part) => truthOf(part, facts)));
  if ('not' in condition) return not(truthOf(condition.not, facts));
  if ('eq' in condition) return equal(facts[condition.eq[0]], condition.eq[1]);
  if ('gt' in condition) return compare(facts, condition.gt, (a, b) => a > b);
  if ('gte' in condition) return compare(facts, condition.gte, (a, b) => a >= b);
  if ('lt' in condition) return compare(facts, condition.lt, (a, b) => a < b);
  if ('lte' in condition) return compare(facts, condition.lte, (a, b) => a <= b);
  if ('has' in condition) return holds(facts[condition.has[0]], condition.has[1]);
  return 'unknown';
}

/** One false suffices for false; true needs every part. Nothing at all is not known to be true. */
function everyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.length === 0 || parts.includes('unknown') ? 'unknown' : true;
}

function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.length === 0 || parts.includes('unknown') ? 'unknown' : false;
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

function equal(known: Facts[Fact], asked: Value): Truth {
  return typeof known === typeof asked ? known === asked : 'unknown';
}

function holds(known: Facts[Fact], word: string): Truth {
  return Array.isArray(known) ? known.includes(word) : 'unknown';
}

function compare(
  facts: Facts,
  [fact, bound]: readonly [Fact, number],
  fits: (known: number, bound: number) => boolean,
): Truth {
  const known = facts[fact];
  return typeof known === 'number' && Number.isFinite(known) && Number.isFinite(bound) ? fits(known, bound) : 'unknown';
}
