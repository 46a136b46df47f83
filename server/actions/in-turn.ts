/** The last work of each name, by what it is about: two houses in one process do not wait for each other. */
const last = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does work one after the other where it has the same name, in this process: for what looks at what went before.
 *
 * @param about what it looks at: a store of the house
 */
export function inTurn<Value>(about: object, name: string, work: () => Promise<Value>): Promise<Value> {
  const names = last.get(about) ?? new Map<string, Promise<unknown>>();
  last.set(about, names);
  const before = names.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled: Promise<void> = mine
    .catch(() => {})
    .then(() => {
      if (names.get(name) === settled) names.delete(name);
    });
  names.set(name, settled);
  return mine;
}
