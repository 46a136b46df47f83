import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Many calls, one round trip: what is asked for in the same turn of the event loop is asked of the database at once.
 * A round trip costs more than the work it carries, so this is where a busy server's speed comes from
 * (performance.md §4); a lone call is as it was, a turn later.
 */

/**
 * Reads by key. What a caller gets was read after it asked: a reading that is under way already is never joined.
 *
 * @param load the values of those keys that have one; one that fails by itself is a promise
 */
export function gatherReads<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value | Promise<Value>>>,
): (key: Key) => Promise<Value | undefined> {
  let next: { readonly keys: Set<Key>; readonly answer: ReturnType<typeof load> } | undefined;

  function begin() {
    const keys = new Set<Key>();
    const answer = nextTurn().then(() => {
      next = undefined;
      return load([...keys]);
    });
    return { keys, answer };
  }

  return async (key) => {
    next ??= begin();
    next.keys.add(key);
    return (await next.answer).get(key);
  };
}

/**
 * The same, one reading after the other: what is asked while one is under way goes into the next. A crowd is answered
 * with fewer round trips, and somebody alone as fast as before.
 */
export function gatherReadsInTurn<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  return gatherWrites(async (keys: readonly Key[]) => {
    const found = await load([...new Set(keys)]);
    return keys.map((key) => found.get(key));
  });
}

/**
 * Group commit: what came while the last write was under way goes into the next one.
 *
 * @param write one answer for each item, in their order; when it throws, every one of them fails
 * @param most so many items in one write at the most
 */
export function gatherWrites<Item, Answer>(
  write: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most = 1000,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (cause: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const answers = await write(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
      } catch (cause) {
        for (const { reject } of batch) reject(cause);
      }
    }
    writing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}
