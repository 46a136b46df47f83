import type { Db, MongoClient } from 'mongodb';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows down guessing: per account and per address, whoever the account may be. */
export interface Throttle {
  /** Counts a try; seconds to wait when there were too many, else `null`. */
  waitFor(tried: { readonly name: string; readonly address: string }): Promise<number | null>;
  /** Counts who begins to sign in in a way of two steps, which anybody may do; seconds to wait, else `null`. */
  waitToBegin(address: string): Promise<number | null>;
  /** Whether this is the first time in the last quarter of an hour that something is shown, of all who show it. */
  isFirst(what: string): Promise<boolean>;
  /** Counts an app that is registered from an address, which anybody may do; seconds to wait, else `null`. */
  waitToRegister(address: string): Promise<number | null>;
  /** Counts that somebody asks for an account from an address; seconds to wait, else `null`. */
  waitToSignUp(address: string): Promise<number | null>;
  /** Counts that somebody asks to reset the password of an account, named by a hash, from an address. */
  waitToReset(asked: { readonly about: string; readonly address: string }): Promise<number | null>;
  /** Counts a letter to a mailbox, named by a hash, whoever asks for it: nobody is flooded from here. */
  waitForLetter(mailbox: string): Promise<number | null>;
  /** Counts a letter of somebody's that is to become a note, and is proven to be hers; seconds to wait, else `null`. */
  waitToKeep(person: string): Promise<number | null>;
  /** It was not sent after all. */
  giveLetterBack(mailbox: string): Promise<void>;
  /** A right password clears the account's count. */
  forget(name: string): Promise<void>;
  /**
   * The same for codes beside the password, counted by themselves: whoever has the password has few tries at the code,
   * and giving the password again makes them no more.
   */
  waitForCode(name: string): Promise<number | null>;
  forgetCodes(name: string): Promise<void>;
  /** Whether this is the first time in the last minutes that somebody gives a code of that time. */
  isFirstUse(name: string, step: number): Promise<boolean>;
}

const QUARTER_HOUR_S = 900;
const HOUR_S = 3600;
/** Longer than a code is taken for: its own half minute, and one before and after. */
const CODE_LIFE_S = 180;

export function createThrottle({ client, db }: { readonly client: MongoClient; readonly db: Db }): Throttle {
  const limiter = (keyPrefix: string, points: number, seconds = QUARTER_HOUR_S) =>
    new RateLimiterMongo({
      storeClient: client,
      dbName: db.databaseName,
      tableName: 'throttle',
      keyPrefix,
      points,
      duration: seconds,
      blockDuration: seconds,
      // Made at the start with all others, so that nothing runs beside it.
      disableIndexesCreation: true,
    });
  const perName = limiter('name', 10);
  const perAddress = limiter('address', 100);
  const appsPerAddress = limiter('apps', 100);
  const signUpsPerAddress = limiter('sign-up', 60, HOUR_S);
  const resets = limiter('reset', 5, HOUR_S);
  const resetsPerAddress = limiter('resets', 60, HOUR_S);
  const letters = limiter('letter', 5, HOUR_S);
  const kept = limiter('kept', 30, HOUR_S);
  const beginsPerAddress = limiter('begin', 100);
  const once = limiter('once', 1);
  const codes = limiter('code', 5);
  const uses = limiter('use', 1, CODE_LIFE_S);
  return {
    async waitFor({ name, address }) {
      const waits = await Promise.all([consume(perName, canonicalName(name)), consume(perAddress, address)]);
      const longest = Math.max(...waits);
      return longest > 0 ? longest : null;
    },
    async waitToBegin(address) {
      return (await consume(beginsPerAddress, address)) || null;
    },
    isFirst: async (what) => (await consume(once, what)) === 0,
    async waitToRegister(address) {
      const wait = await consume(appsPerAddress, address);
      return wait > 0 ? wait : null;
    },
    waitToSignUp: async (address) => (await consume(signUpsPerAddress, address)) || null,
    async waitToReset({ about, address }) {
      const waits = await Promise.all([consume(resets, about), consume(resetsPerAddress, address)]);
      return Math.max(...waits) || null;
    },
    waitForLetter: async (mailbox) => (await consume(letters, mailbox)) || null,
    waitToKeep: async (person) => (await consume(kept, person)) || null,
    async giveLetterBack(mailbox) {
      await letters.reward(mailbox, 1);
    },
    async forget(name) {
      await perName.delete(canonicalName(name));
    },
    async waitForCode(name) {
      return (await consume(codes, canonicalName(name))) || null;
    },
    async forgetCodes(name) {
      await codes.delete(canonicalName(name));
    },
    isFirstUse: async (name, step) => (await consume(uses, `${canonicalName(name)} ${step}`)) === 0,
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
