import type { Db, MongoClient } from 'mongodb';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows down guessing: per account and per address, whoever the account may be. */
export interface Throttle {
  /** Counts a try; seconds to wait when there were too many, else `null`. */
  waitFor(tried: { readonly name: string; readonly address: string }): Promise<number | null>;
  /** Counts an app that is registered from an address, which anybody may do; seconds to wait, else `null`. */
  waitToRegister(address: string): Promise<number | null>;
  /** A right password clears the account's count. */
  forget(name: string): Promise<void>;
}

const QUARTER_HOUR_S = 900;

export function createThrottle({ client, db }: { readonly client: MongoClient; readonly db: Db }): Throttle {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMongo({
      storeClient: client,
      dbName: db.databaseName,
      tableName: 'throttle',
      keyPrefix,
      points,
      duration: QUARTER_HOUR_S,
      blockDuration: QUARTER_HOUR_S,
      // Made at the start with all others, so that nothing runs beside it.
      disableIndexesCreation: true,
    });
  const perName = limiter('name', 10);
  const perAddress = limiter('address', 100);
  const appsPerAddress = limiter('apps', 100);
  return {
    async waitFor({ name, address }) {
      const waits = await Promise.all([consume(perName, canonicalName(name)), consume(perAddress, address)]);
      const longest = Math.max(...waits);
      return longest > 0 ? longest : null;
    },
    async waitToRegister(address) {
      const wait = await consume(appsPerAddress, address);
      return wait > 0 ? wait : null;
    },
    async forget(name) {
      await perName.delete(canonicalName(name));
    },
  };
}

/** One account however it is spelled, so that case and look-alike spaces give no further tries. */
const canonicalName = (name: string) => name.normalize('NFKC').trim().toLowerCase().slice(0, 100);

async function consume(limiter: RateLimiterMongo, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (over) {
    if (over instanceof RateLimiterRes) return Math.max(1, Math.ceil(over.msBeforeNext / 1000));
    throw over;
  }
}
