import type { PersonIri } from '../../community/ids.ts';
import type { ListedFeed } from '../../community/imports/opml.ts';
import {
  type FollowedFeed,
  feedAddress,
  LONGEST_FEED_TITLE,
  MOST_FEEDS,
  nextLook,
} from '../../community/notebook/feed.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { oneLine } from '../../community/text.ts';
import type { House } from '../house.ts';
import { changing } from '../own/keeping.ts';
import type { FoundFeed } from './look-at-feed.ts';

type Needs = Pick<House, 'feeds' | 'followedFeeds' | 'clock'>;

type FeedRefusal = 'too-many' | 'followed-already' | 'not-there' | 'busy';

/** All of somebody's feeds are one thing of hers, so that nothing says when she began to follow which. */
const THE_ONE = 'feeds';

/** What feeds somebody follows, in the order of their names. */
export async function feedsOf(
  { followedFeeds }: Pick<House, 'followedFeeds'>,
  person: PersonIri,
): Promise<readonly FollowedFeed[]> {
  const kept = await followedFeeds.get(person, THE_ONE);
  return [...(kept?.content.feeds ?? [])].sort((one, other) => one.title.localeCompare(other.title));
}

/** Somebody reads a feed from now on. Nobody is told: neither other members, nor whoever writes it. */
export async function followFeed(
  house: Needs,
  { by, found, wall }: { readonly by: PersonIri; readonly found: FoundFeed; readonly wall: Date },
): Promise<Result<null, FeedRefusal>> {
  const { url, ...read } = found;
  const added = await addFeeds(house, by, [{ url, title: read.feed.title }]);
  if (!added.ok) return added;
  if (added.value === 0)
    return refused('followed-already', 'You follow this feed already. It stands in the list below.');
  // What was found when it was looked for stands there at once.
  await house.feeds.looked(house.feeds.idOf(url), { state: 'read', ...read, nextAt: nextLook({ failures: 0 }, wall) });
  return accepted(null);
}

/**
 * Somebody brings a list of feeds along. Those that she follows already stay as they are, and what is no web address is
 * passed over.
 *
 * @returns how many were new
 */
export function followListed(
  house: Needs,
  { by, feeds }: { readonly by: PersonIri; readonly feeds: readonly ListedFeed[] },
): Promise<Result<number, FeedRefusal>> {
  return addFeeds(
    house,
    by,
    feeds.flatMap(({ url, title }) => {
      const address = feedAddress(url);
      return address === null ? [] : [{ url: address, title }];
    }),
  );
}

async function addFeeds(
  house: Needs,
  by: PersonIri,
  asked: readonly FollowedFeed[],
): Promise<Result<number, FeedRefusal>> {
  await house.followedFeeds.add({ person: by, id: THE_ONE, at: house.clock.now(), content: { feeds: [] } });
  let added: readonly FollowedFeed[] = [];
  const changed = await changing<{ feeds: readonly FollowedFeed[] }, 'too-many'>(
    house.followedFeeds,
    { by, id: THE_ONE },
    ({ feeds }) => {
      const had = new Set(feeds.map(({ url }) => url));
      added = asked.filter(({ url }) => !had.has(url) && had.add(url)).map(named);
      if (feeds.length + added.length > MOST_FEEDS)
        return refused('too-many', said`One follows ${MOST_FEEDS} feeds at most. Leave some of them first.`);
      return accepted({ feeds: [...feeds, ...added] });
    },
  );
  if (!changed.ok) return changed;
  for (const { url } of added) await house.feeds.follow(by, url);
  return accepted(added.length);
}

const named = ({ url, title }: FollowedFeed): FollowedFeed => ({
  url,
  title: oneLine(title).slice(0, LONGEST_FEED_TITLE) || new URL(url).host,
});

/** Somebody reads a feed no longer; it may have been gone already. */
export async function unfollowFeed(
  house: Needs,
  { by, url }: { readonly by: PersonIri; readonly url: string },
): Promise<Result<unknown, FeedRefusal>> {
  await house.feeds.unfollow(by, url);
  const changed = await changing<{ feeds: readonly FollowedFeed[] }, never>(
    house.followedFeeds,
    { by, id: THE_ONE },
    ({ feeds }) => accepted({ feeds: feeds.filter((feed) => feed.url !== url) }),
  );
  return !changed.ok && changed.refusal.code === 'not-there' ? accepted(null) : changed;
}

/** She follows no feed any more. */
export async function forgetFeeds(house: Needs, person: PersonIri): Promise<void> {
  for (const { url } of await feedsOf(house, person)) await house.feeds.unfollow(person, url);
  await house.followedFeeds.forget(person);
}
