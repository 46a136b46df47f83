import type { House } from '../actions/house.ts';
import { postScheduled } from '../actions/schedule-post.ts';
import { createLoop, type Loop, SHORT_REST_MS } from '../loop.ts';

const LOOK_EVERY_MS = 2000;
const AT_A_TIME = 50;
/** One that failed rests for so long; others do not wait for it. */
const REST_MS = 60_000;

/**
 * Posts what people wrote for later when its time has come, by the community's clock. It is no timer: what is due is
 * looked for, so that a restart changes nothing; each has the id of its post from the beginning, so that two workers
 * post it once.
 */
export function createScheduling(house: House): Loop {
  const resting = new Map<string, number>();
  return createLoop({
    async look() {
      const due = await house.scheduledPosts.begin(house.clock.now(), AT_A_TIME);
      const awake = due.filter(({ iri }) => Date.now() >= (resting.get(iri) ?? 0));
      for (const post of awake) {
        try {
          await postScheduled(house, post);
          resting.delete(post.iri);
        } catch (cause) {
          house.log.error({ err: cause, post: post.iri }, 'what was due could not be posted; tried again in a minute');
          resting.set(post.iri, Date.now() + REST_MS);
        }
      }
      return awake.length === AT_A_TIME;
    },
    everyMs: LOOK_EVERY_MS,
    restMs: SHORT_REST_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'the look for what is to be posted failed; the next follows'),
  });
}
