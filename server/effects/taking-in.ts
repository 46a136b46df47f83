import type { House } from '../actions/house.ts';
import type { Log } from '../log.ts';
import { createLoop, type Loop } from '../loop.ts';

const LOOK_EVERY_MS = 500;
/** So long, at the most, it lets everything else go first. */
const LONGEST_YIELD_MS = 10_000;

/** Makes posts ready to be found, soon after they came: whoever writes or sends one does not wait for that. */
export function createTakingIn({
  house,
  yields,
  wall,
  log,
}: {
  readonly house: Pick<House, 'postSearch'>;
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
      return (await house.postSearch.takeIn()) > 0;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) =>
      log.error({ err: cause }, 'new posts could not be made ready to be found; the next look follows'),
  });
}
