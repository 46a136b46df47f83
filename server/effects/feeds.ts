import type { House } from '../actions/house.ts';
import { type FetchFeed, lookAtFeed } from '../actions/notebook/look-at-feed.ts';
import { inEnglish } from '../community/said.ts';
import { createLoop, type Loop } from '../loop.ts';

type Needs = Pick<House, 'feeds' | 'clock' | 'log'>;

const LOOK_EVERY_MS = 5000;
/** Longer than one answer takes. */
const LEASE_MS = 60_000;

/**
 * Asks for the feeds that people here follow, one after the other, each once for all of them, and as seldom as it asks
 * and as it changes. By itself and not among the effects, which would wait for slow servers.
 */
export function createFeedReader(
  house: Needs,
  { fetchFeed, wall }: { readonly fetchFeed: FetchFeed; readonly wall: () => Date },
): Loop {
  const loop = createLoop({
    async look() {
      const feed = await house.feeds.claim(wall(), new Date(wall().getTime() + LEASE_MS));
      if (feed === null) return false;
      const looked = await lookAtFeed(feed, { fetchFeed, now: house.clock.now(), wall: wall() });
      // Without its address, which can be somebody's secret.
      if (looked.state === 'failed')
        house.log.debug({ feed: feed.id, why: inEnglish(looked.why) }, 'a feed could not be read');
      await house.feeds.looked(feed.id, looked);
      return !loop.stopping();
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'feeds could not be looked at; tried again soon'),
  });
  return loop;
}
