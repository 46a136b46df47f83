import type { Row } from './csv.ts';

/**
 * Lists of feeds (OPML 2.0). A feed of somebody on the fediverse says who she is: Mastodon's are `…/@name.rss`, and
 * Lemmy's `…/feeds/u/name.xml` and `…/feeds/c/name.xml`. Of any other feed its page is asked whether it is an account.
 *
 * @returns one row for each feed: an account, or an address
 */
export function readOpml(text: string, most: number): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  let from = 0;
  for (const { 0: tag, index } of text.matchAll(/<outline\b[^<>]*>/gi)) {
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    const feed = attribute(tag, 'xmlUrl');
    if (feed === undefined) continue;
    rows.push({ line, cells: [accountOf(feed) ?? attribute(tag, 'htmlUrl') ?? feed] });
    if (rows.length > most) break;
  }
  return rows;
}

/** A feed in a list of feeds. */
export interface ListedFeed {
  readonly url: string;
  /** May be empty. */
  readonly title: string;
}

/** Every feed in a list (OPML 2.0), as it stands there: what somebody reads, whoever it is by. */
export function feedsInOpml(text: string, most: number): readonly ListedFeed[] {
  const feeds: ListedFeed[] = [];
  for (const [tag] of text.matchAll(/<outline\b[^<>]*>/gi)) {
    const url = attribute(tag, 'xmlUrl');
    if (url === undefined) continue;
    feeds.push({ url, title: attribute(tag, 'title') ?? attribute(tag, 'text') ?? '' });
    if (feeds.length > most) break;
  }
  return feeds;
}

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&(?:apos|#39);/g, "'"],
  [/&amp;/g, '&'],
];

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? [];
  const value = ENTITIES.reduce((said, [entity, sign]) => said.replaceAll(entity, sign), double ?? single ?? '').trim();
  return value === '' ? undefined : value;
}

function accountOf(feed: string): string | undefined {
  if (!URL.canParse(feed)) return undefined;
  const { host, pathname } = new URL(feed);
  const name =
    /^\/(?:@|users\/)([\w.-]+?)(?:\.(?:rss|atom)|\/feed(?:\.\w+)?)?$/.exec(pathname)?.[1] ??
    /^\/feeds\/[uc]\/([\w.-]+?)\.xml$/.exec(pathname)?.[1];
  return name === undefined ? undefined : `${name}@${host}`;
}
