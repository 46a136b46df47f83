import type { Finished } from './finished.ts';

/** An answer, and until when it is certainly true. */
interface Kept {
  readonly answer: Finished;
  /** What had been written to when it began to be made. */
  readonly seen: number;
  /** Milliseconds of the machine's monotonic time. */
  readonly until: number;
}

/** Answers at hand, of bounded size: those used longest ago go first. */
export interface AnswerCache {
  /** The answer to a question, if nothing it is made of has been written to since, and it is young. */
  get(key: string, seen: number): Finished | undefined;
  put(key: string, answer: Finished, seen: number): void;
  /** How much is kept, in bytes. */
  readonly bytes: number;
}

export interface AnswerCacheLimits {
  /** How old an answer may be, since other processes write too; milliseconds. */
  readonly oldestMs: number;
  readonly bytes: number;
}

/** What an answer takes besides its body: headers twice, the key, the map's entry. */
const OVERHEAD_BYTES = 4096;
/** A larger one is made anew each time. */
const LARGEST_SHARE = 1 / 8;

export function createAnswerCache(
  { oldestMs, bytes: limit }: AnswerCacheLimits,
  now: () => number = () => performance.now(),
): AnswerCache {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const sizeOf = ({ body }: Finished): number => body.length + OVERHEAD_BYTES;
  function forget(key: string): void {
    const found = kept.get(key);
    if (found === undefined) return;
    kept.delete(key);
    bytes -= sizeOf(found.answer);
  }

  return {
    get(key, seen) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      if (found.seen !== seen || found.until < now()) {
        forget(key);
        return undefined;
      }
      // The map's order is the order of use.
      kept.delete(key);
      kept.set(key, found);
      return found.answer;
    },
    put(key, answer, seen) {
      forget(key);
      if (sizeOf(answer) > limit * LARGEST_SHARE) return;
      kept.set(key, { answer, seen, until: now() + oldestMs });
      bytes += sizeOf(answer);
      for (const oldest of kept.keys()) {
        if (bytes <= limit) break;
        forget(oldest);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}
