import type { House } from '../actions/house.ts';
import type { Log } from '../log.ts';
import { createLoop, type Loop } from '../loop.ts';

const LOOK_EVERY_MS = 500;
/** So long, at the most, it lets everything else go first. */
const LONGEST_YIELD_MS = 10_000;

interface Around {
  /** Whether a crowd is coming in. */
  readonly yields: () => boolean;
  readonly wall: () => Date;
  readonly log: Log;
}

/** Makes posts ready to be found, soon after they came: whoever writes or sends one does not wait for that. */
export const createTakingIn = (house: Pick<House, 'postSearch'>, around: Around): Loop =>
  afterwards(around, {
    work: () => house.postSearch.takeIn(),
    fault: 'new posts could not be made ready to be found; the next look follows',
  });

/** Counts what was done to posts, soon after it was done: whoever reads meanwhile counts for herself. */
export const createCounting = (house: Pick<House, 'postCounts'>, around: Around): Loop =>
  afterwards(around, {
    work: () => house.postCounts.countAnew(),
    fault: 'what was done to posts could not be counted; the next look follows',
  });

/** Work that nobody waits for: while a crowd comes in it lets that go first, but not for ever. */
function afterwards(
  { yields, wall, log }: Around,
  { work, fault }: { readonly work: () => Promise<number>; readonly fault: string },
): Loop {
  let lookedAt = 0;
  return createLoop({
    async look() {
      const now = wall().getTime();
      if (yields() && now - lookedAt < LONGEST_YIELD_MS) return false;
      lookedAt = now;
      return (await work()) > 0;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, fault),
  });
}
