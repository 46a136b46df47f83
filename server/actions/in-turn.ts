const last = new Map<string, Promise<unknown>>();

/** Does work one after the other where it has the same name, in this process: for what looks at what went before. */
export function inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled: Promise<void> = mine
    .catch(() => {})
    .then(() => {
      if (last.get(name) === settled) last.delete(name);
    });
  last.set(name, settled);
  return mine;
}
