import type { CollectedModel } from '../../../../views/pages/notebook/share.ts';
import { fromPlain } from '../../../actions/content.ts';
import type { FollowedFeed } from '../../../community/notebook/feed.ts';

/** A published collection, as it is given to programs that read lists. */
export interface Outlet {
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  /** Whole addresses: of its page, and of the file itself. */
  readonly page: string;
  readonly self: string;
  readonly updatedAt: Date;
  /** Addresses are whole. */
  readonly things: readonly CollectedModel[];
}

/** The kinds of files in which a collection can be had, and what each is (the last: OPML has no registered type). */
export const OUTLETS = {
  json: { type: 'application/feed+json', write: toJsonFeed },
  rss: { type: 'application/rss+xml', write: toRss },
  opml: { type: 'text/x-opml', write: toOpml },
} as const;
export type OutletKind = keyof typeof OUTLETS;

/** JSON Feed 1.1 (jsonfeed.org). */
async function toJsonFeed({ title, summary, author, page, self, things }: Outlet): Promise<string> {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(summary === '' ? {} : { description: summary }),
    authors: [{ name: author }],
    items: things.map((thing) => ({
      id: thing.url,
      url: thing.url,
      title: thing.title,
      content_html: fromPlain(sentenceOf(thing)),
      date_published: thing.at.toISOString(),
      ...(thing.author === undefined ? {} : { authors: [{ name: thing.author }] }),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

const sentenceOf = ({ sentence, title }: CollectedModel): string => sentence || title;

/** RSS 2.0. */
async function toRss({ title, summary, page, self, updatedAt, things }: Outlet): Promise<string> {
  const { generateRssFeed } = await import('feedsmith');
  return generateRssFeed({
    title,
    link: page,
    description: summary || title,
    lastBuildDate: updatedAt,
    atom: { links: [{ href: self, rel: 'self', type: OUTLETS.rss.type }] },
    items: things.map((thing) => ({
      title: thing.title,
      link: thing.url,
      guid: { value: thing.url, isPermaLink: true },
      pubDate: thing.at,
      description: fromPlain(sentenceOf(thing)),
      ...(thing.author === undefined ? {} : { dc: { creators: [thing.author] } }),
    })),
  });
}

/** OPML 2.0: an outline of links. */
function toOpml({ title, author, updatedAt, things }: Outlet): Promise<string> {
  const outlines = things.map((thing) => ({
    text: thing.title,
    type: 'link',
    url: thing.url,
    ...(thing.sentence === '' ? {} : { description: thing.sentence }),
  }));
  return opml({ title, ownerName: author, dateModified: updatedAt }, outlines);
}

/** The feeds that somebody follows, as any reader of feeds takes them in. */
export function feedsAsOpml(
  title: string,
  feeds: readonly (FollowedFeed & { readonly site?: string })[],
): Promise<string> {
  const outlines = feeds.map(({ url, title: text, site }) => ({
    ...{ text, title: text, type: 'rss', xmlUrl: url },
    ...(site === undefined ? {} : { htmlUrl: site }),
  }));
  return opml({ title }, outlines);
}

type Outlined = Parameters<typeof import('feedsmith')['generateOpml']>[0];

/** The library knows no outline without a line in it; one that says that there is nothing is one. */
async function opml(head: NonNullable<Outlined['head']>, outlines: NonNullable<Outlined['body']>['outlines']) {
  const { generateOpml } = await import('feedsmith');
  return generateOpml({ head, body: { outlines: outlines?.length ? outlines : [{ text: '–' }] } });
}
