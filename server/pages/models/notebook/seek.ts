import type { SeekEntry } from '../../../../views/pages/notebook/seek.ts';
import { plainText } from '../../../actions/content.ts';
import type { House } from '../../../actions/house.ts';
import { feedsOf } from '../../../actions/notebook/feeds.ts';
import { unwantedBy } from '../../../actions/own/unwanted-by.ts';
import { homeOf } from '../../../api/home.ts';
import type { FollowedFeed } from '../../../community/notebook/feed.ts';
import type { Person } from '../../../community/person.ts';
import type { Post } from '../../../community/post.ts';
import { oneLine } from '../../../community/text.ts';
import type { KeptItem } from '../../../ports/notebook.ts';
import { itemPath } from './paths.ts';
import { type NamedPost, namedPosts } from './posts.ts';

const PER_PAGE = 20;
/** So much is looked at for one page: more than a page where many things have the same time. */
const LOOKED_AT = 2 * PER_PAGE;
const LONGEST_EXCERPT = 280;

type Found = { readonly at: Date } & ({ readonly post: Post } | { readonly item: KeptItem });

/**
 * What somebody follows, by time alone: her feeds, the people she follows and her communities; from before a time, and
 * whether there is more.
 */
export async function soughtBy(
  house: House,
  viewer: Person,
  { before, limit = PER_PAGE }: { readonly before?: Date | undefined; readonly limit?: number },
): Promise<{ readonly entries: readonly SeekEntry[]; readonly more?: Date }> {
  const feeds = await feedsOf(house, viewer.iri);
  const named = new Map(feeds.map((feed) => [house.feeds.idOf(feed.url), feed]));
  const [items, posts] = await Promise.all([
    house.feeds.items([...named.keys()], { limit: LOOKED_AT, ...(before === undefined ? {} : { before }) }),
    postsBefore(house, viewer, before),
  ]);
  const found: readonly Found[] = [
    ...items.map((item) => ({ at: item.at, item })),
    ...posts.map((post) => ({ at: post.receivedAt, post })),
  ];
  const { shown, more } = cut(found, limit);
  const entries = await entriesOf(house, shown, named);
  return { entries, ...(more === undefined ? {} : { more }) };
}

async function postsBefore(house: House, viewer: Person, before: Date | undefined): Promise<readonly Post[]> {
  const [of, unwanted] = await Promise.all([homeOf(house, viewer.iri), unwantedBy(house, viewer.iri, 'home')]);
  const until = before === undefined ? {} : { notAfter: new Date(before.getTime() - 1) };
  return house.timelines.stretch(of, viewer.iri, { oldestFirst: false, limit: LOOKED_AT, ...until }, unwanted);
}

/** What has the same time as the last on a page stands on it too: pages are cut between two times. */
function cut(found: readonly Found[], limit: number): { readonly shown: readonly Found[]; readonly more?: Date } {
  const sorted = found.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const last = sorted[limit - 1];
  if (last === undefined || sorted.length === limit) return { shown: sorted };
  const shown = sorted.filter(({ at }) => at >= last.at);
  return { shown, ...(shown.length < sorted.length ? { more: last.at } : {}) };
}

async function entriesOf(
  house: House,
  found: readonly Found[],
  feeds: ReadonlyMap<string, FollowedFeed>,
): Promise<readonly SeekEntry[]> {
  const posts = found.flatMap((one) => ('post' in one ? [one.post] : []));
  const named = await namedPosts(house, posts);
  return found.flatMap((one): readonly SeekEntry[] => {
    if ('item' in one) return [itemEntry(one.item, feeds.get(one.item.feed)?.title ?? '')];
    const name = named.get(one.post.iri);
    return name === undefined ? [] : [postEntry(one.post, name)];
  });
}

function postEntry({ html, receivedAt, details }: Post, { title, author, place, url }: NamedPost): SeekEntry {
  const { warning, language } = details ?? {};
  // What is warned of is shown where it stands.
  const excerpt = warning === undefined ? excerptOf(html, title) : undefined;
  return {
    title,
    path: url,
    from: author,
    at: receivedAt,
    ...(place === undefined ? {} : { place }),
    ...(language === undefined ? {} : { lang: language }),
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}

/** The first words of a text, where they are not its title. */
function excerptOf(html: string, title: string): string | undefined {
  const words = oneLine(plainText(html));
  if (words === '' || words === title || (title.endsWith('…') && words.startsWith(title.slice(0, -1))))
    return undefined;
  return words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words;
}

/** An item of a feed as it stands in a list: its first words, and where the rest is. */
function itemEntry({ id, title, html, at }: KeptItem, feed: string): SeekEntry {
  const excerpt = excerptOf(html, title);
  return { title, from: feed, at, path: itemPath(id), ...(excerpt === undefined ? {} : { excerpt }) };
}
