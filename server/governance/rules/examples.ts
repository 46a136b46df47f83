import { areCoherent, type Candidates, candidatesIn } from './candidates.ts';
import { evaluate, type Truth } from './evaluate.ts';
import type { Condition, Facts } from './rule.ts';

/** More steps than this are not taken for one search: conditions that people write need a few dozen. */
export const MOST_STEPS = 20_000;

/**
 * Examples for a rule made with a form: the first post that its condition catches and the first that it leaves
 * alone, tried out from the values around each bound. Empty where there is none.
 */
export function exampleFacts(when: Condition): {
  readonly match: readonly Facts[];
  readonly noMatch: readonly Facts[];
} {
  const match = findExample(when, 'caught');
  const left = findExample(when, 'left-alone');
  // What need not be known to leave it alone is as in the other example, so that people see what makes the difference.
  const full = left && match && { ...match, ...left };
  const noMatch = full && areCoherent(full) && evaluate(when, full) !== true ? full : left;
  return { match: match === null ? [] : [match], noMatch: noMatch === null ? [] : [noMatch] };
}

/**
 * The first post that a condition catches, or leaves alone; `null` where none was found. Facts are settled one after
 * the other. What a condition amounts to never changes again once it is known (evaluate.ts), so that whole families of
 * posts are passed over at once.
 *
 * @param steps how many partial posts are looked at, at most
 */
export function findExample(
  condition: Condition,
  wanted: 'caught' | 'left-alone',
  steps: number = MOST_STEPS,
): Facts | null {
  const search: Search = { condition, wanted, candidates: candidatesIn(condition), steps };
  return settle(search, {}, 0);
}

interface Search {
  readonly condition: Condition;
  readonly wanted: 'caught' | 'left-alone';
  readonly candidates: Candidates;
  /** Steps that are left. */
  steps: number;
}

function settle(search: Search, known: Facts, at: number): Facts | null {
  if (search.steps <= 0) return null;
  search.steps -= 1;
  const truth = evaluate(search.condition, known);
  const next = search.candidates[at];
  if (isWanted(search, truth, next === undefined)) return known;
  if (truth !== 'unknown' || next === undefined) return null;
  const [fact, values] = next;
  for (const value of values) {
    const more = { ...known, [fact]: value };
    const found = areCoherent(more) ? settle(search, more, at + 1) : null;
    if (found !== null) return found;
  }
  // A fact that no post can have beside the others (the tenure of who is no member) stays unknown.
  return values.every((value) => !areCoherent({ ...known, [fact]: value })) ? settle(search, known, at + 1) : null;
}

function isWanted({ wanted }: Search, truth: Truth, settled: boolean): boolean {
  return wanted === 'caught' ? truth === true : truth === false || (settled && truth !== true);
}
