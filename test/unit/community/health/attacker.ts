/** Something counted, as the attacker sees it in the worst case: he knows everything but who did what. */
export interface Known {
  readonly by: readonly string[];
}

/** A told count, by the places of the facts that it counts. */
export interface Cell {
  readonly name: string;
  readonly facts: ReadonlySet<number>;
}

/** What an attacker can reckon that is about too few people, in words; `null` when there is nothing. */
export type Leak = string | null;

/**
 * Adds and subtracts told counts, each with a factor of -2 to 2, and looks whether what is left counts some facts once
 * (or all of them equally often) and all others not at all: then he has a count of just these.
 *
 * @param tries which combinations: factors in the order of the cells
 */
export function leakIn(
  facts: readonly Known[],
  cells: readonly Cell[],
  tries: Iterable<readonly number[]>,
  k: number,
): Leak {
  for (const factors of tries) {
    const left = facts.map((_, at) =>
      cells.reduce((sum, cell, nth) => sum + (cell.facts.has(at) ? (factors[nth] ?? 0) : 0), 0),
    );
    const values = new Set(left.filter((value) => value !== 0));
    if (values.size !== 1) continue;
    const counted = facts.filter((_, at) => left[at] !== 0);
    const people = new Set(counted.flatMap(({ by }) => by)).size;
    const how = () => cells.map(({ name }, nth) => `${factors[nth]} × ${name}`).join(' + ');
    if (people < k) return `${people} people: ${how()}`;
    const alone = counted.flatMap(({ by }) => (by.length === 1 ? by : []));
    const most = Math.max(0, ...alone.map((one) => alone.filter((other) => other === one).length));
    if (most * 2 > counted.length) return `one made ${most} of ${counted.length}: ${how()}`;
  }
  return null;
}

/** Every combination of -1, 0 and 1 of a few cells. */
export function* everyCombination(count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const rest of everyCombination(count - 1)) for (const factor of [0, 1, -1]) yield [...rest, factor];
}

/**
 * What linear algebra can find: for each kind of facts that can be told apart at all, whether its count follows from
 * the told ones, with whatever factors. Exact, in fractions of whole numbers.
 */
export function follows(cells: readonly Cell[], kinds: readonly ReadonlySet<number>[], target: ReadonlySet<number>) {
  // One row per cell: how often each kind is in it. The target is a sum of rows exactly if it adds no rank.
  const row = (facts: ReadonlySet<number>) => kinds.map((kind) => ([...kind].every((at) => facts.has(at)) ? 1n : 0n));
  const rows = cells.map(({ facts }) => row(facts));
  return rank(rows) === rank([...rows, row(target)]);
}

function rank(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= found && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot] ?? [], rows[found] ?? []];
    const top = rows[found] ?? [];
    for (let at = found + 1; at < rows.length; at++) {
      const here = rows[at] ?? [];
      const [a, b] = [top[column] ?? 0n, here[column] ?? 0n];
      rows[at] = here.map((value, nth) => value * a - (top[nth] ?? 0n) * b);
    }
    found++;
  }
  return found;
}
