import type { FetchDocument } from '../../federation/fetch/document.ts';
import type { GuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import type { ReceiveContext } from '../../federation/receive/context.ts';
import { fetchPost } from '../../federation/receive/fetch-post.ts';
import { readStamp } from '../../federation/receive/read-quote.ts';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import { findFeed } from '../actions/notebook/look-at-feed.ts';
import type { Config } from '../config.ts';
import { createBeaconReader } from '../effects/beacon.ts';
import { createFeedReader } from '../effects/feeds.ts';
import { createIssuerReader } from '../effects/issuers.ts';
import { createLinkChecks } from '../effects/link-checks.ts';
import { createListReader } from '../effects/lists.ts';
import { createQuoteChecks } from '../effects/quote-checks.ts';
import { createActorLookUp, createLookUp } from '../pages/look-up.ts';
import { fetchFeedWith } from './fetch-feed.ts';
import { fetchTextWith } from './fetch-text.ts';

/** What this server looks up at others: posts and feeds that are asked for, and, by itself, lists, pages, quotes, draws and feeds. */
export function composeLookUps({
  config,
  house,
  actions,
  fetch,
  fetchDocument,
  meet,
  wall,
}: {
  readonly config: Pick<Config, 'firstRetryMs' | 'allowLoopback'>;
  readonly house: House;
  readonly actions: Actions;
  readonly fetch: Pick<GuardedFetch, 'get'>;
  readonly fetchDocument: FetchDocument;
  readonly meet: ReceiveContext['meet'];
  readonly wall: () => Date;
}) {
  const fetchText = fetchTextWith(fetch);
  const lookUpPost = (address: string) => fetchPost({ ...house, actions, fetchDocument, meet }, address);
  const lists = createListReader(house, fetchText);
  const issuers = createIssuerReader(house, fetchText);
  const linkChecks = createLinkChecks(house, { fetchText, wall });
  const quoteChecks = createQuoteChecks(house, {
    bringIn: lookUpPost,
    readStamp: (stamp, of) => readStamp(fetchDocument, stamp, of),
    wall,
  });
  const beacon = createBeaconReader(house, fetchText, {
    ...(config.firstRetryMs === undefined ? {} : { againMs: config.firstRetryMs }),
  });
  const lookingUp = { house, fetch, meet, allowLoopback: config.allowLoopback };
  const fetchFeed = fetchFeedWith(fetch);
  const feeds = createFeedReader(house, { fetchFeed, wall });
  const lookUpFeed = (address: string) => findFeed(house, fetchFeed, address);
  return {
    forPages: {
      lookUpActor: createActorLookUp(lookingUp),
      lookUpCommunity: createLookUp(lookingUp),
      lookUpFeed,
      lookUpPost,
      wakeFeeds: feeds.wake,
    },
    beacon,
    workers: [lists, issuers, linkChecks, quoteChecks, beacon, feeds],
    /** Looks up everything that is due, but for draws. */
    async settle(): Promise<void> {
      await lists.tick();
      await issuers.tick();
      for (const loop of [linkChecks, quoteChecks, feeds]) await loop.settle();
    },
  };
}
