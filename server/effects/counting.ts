import type { House } from '../actions/house.ts';
import type { Log } from '../log.ts';
import { createLoop, type Loop } from '../loop.ts';

const LOOK_EVERY_MS = 500;
/** So long, at the most, it lets everything else go first. */
const LONGEST_YIELD_MS = 10_000;

/** Counts what was done to posts, soon after it was done: whoever reads meanwhile counts for herself. */
export function createCounting({
  house,
  yields,
  wall,
  log,
}: {
  readonly house: Pick<House, 'postCounts'>;
  /** Whether a crowd is coming in. */
  readonly yields: () => boolean;
  readonly wall: () => Date;
  readonly log: Log;
}): Loop {
  let lookedAt = 0;
  return createLoop({
    async look() {
      const now = wall().getTime();
      if (yields() && now - lookedAt < LONGEST_YIELD_MS) return false;
      lookedAt = now;
      return (await house.postCounts.countAnew()) > 0;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'what was done to posts could not be counted; the next look follows'),
  });
}
