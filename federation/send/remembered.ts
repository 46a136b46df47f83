import type { Clock } from '../../server/clock.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';

/**
 * Loads things once and remembers the most recently used of them for a while. Who asks while one is being loaded
 * waits for the same answer. What was not there (`null`), or failed, is asked for again next time.
 */
export function remembered<Key, Value>({
  limit,
  keepMs,
  wall,
  load,
}: {
  readonly limit: number;
  readonly keepMs: number;
  readonly wall: Clock;
  readonly load: (key: Key) => Promise<Value | null>;
}): (key: Key) => Promise<Value | null> {
  const known = new RecentlyUsed<Key, { readonly until: number; readonly value: Promise<Value | null> }>({ limit });
  return async (key) => {
    const now = wall.now().getTime();
    const found = known.get(key);
    if (found !== undefined && now < found.until) return found.value;
    const forget = () => known.set(key, { until: 0, value: Promise.resolve(null) });
    const value = load(key);
    known.set(key, { until: now + keepMs, value });
    try {
      const loaded = await value;
      if (loaded === null) forget();
      return loaded;
    } catch (error) {
      forget();
      throw error;
    }
  };
}
