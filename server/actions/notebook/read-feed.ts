import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import {
  type FeedItem,
  LONGEST_FEED_TITLE,
  LONGEST_ITEM,
  MOST_ITEMS,
  type ReadFeed,
} from '../../community/notebook/feed.ts';
import { webAddress } from '../../community/notebook/note.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { oneLine } from '../../community/text.ts';
import { fromPlain, plainText, sanitise } from '../content.ts';

/** Of an item, as its kind of feed writes it. HTML as it came; a time as it was said. */
interface RawItem {
  readonly guid?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  readonly at?: string | undefined;
}

interface Raw {
  readonly title?: string | undefined;
  readonly site?: string | undefined;
  readonly ttlMinutes?: number | undefined;
  readonly items: readonly RawItem[];
}

/** What declares entities is not read: nothing in a feed needs one, and they can be made to grow without end. */
const DOCTYPE = /<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/i;
/** So many items of a feed are looked at. */
const MOST_READ = 1000;
/** A title of something that has none. */
const TITLE_FROM_TEXT = 80;

/**
 * Reads RSS, RDF, Atom or JSON Feed, of which everything is made harmless: titles become plain text, texts go through
 * the sanitiser of posts, addresses are web addresses. The parser is loaded when the first feed is read.
 *
 * @param from the address it came from: addresses in it may be parts of one
 * @param now nothing in it was written later
 */
export async function readFeed(text: string, from: string, now: Date): Promise<Result<ReadFeed, 'not-a-feed'>> {
  const { parseFeed } = await import('feedsmith');
  try {
    const raw = rawOf(parseFeed(text.replace(DOCTYPE, ''), { maxItems: MOST_READ }));
    const items = raw.items.flatMap((item) => itemOf(item, from, now) ?? []);
    const newest = items.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST_ITEMS);
    const site = addressIn(raw.site, from);
    return accepted({
      title: titleIn(raw.title) || new URL(from).host,
      ...(site === undefined ? {} : { site }),
      ...(raw.ttlMinutes === undefined ? {} : { ttlMinutes: raw.ttlMinutes }),
      items: apart(newest),
    });
  } catch (cause) {
    return refused('not-a-feed', 'What is at this address is no feed (RSS, Atom or JSON Feed).', `${from}: ${cause}`);
  }
}

function rawOf(parsed: AnyFeed): Raw {
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

function fromRss({ title, link, ttl, items = [] }: RssFeed.Feed<string>): Raw {
  return {
    title,
    site: link,
    ttlMinutes: ttl,
    items: items.map(({ guid, content, description, dc, ...item }) => ({
      guid: guid?.value,
      title: item.title,
      url: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
      html: content?.encoded ?? description,
      at: item.pubDate ?? dc?.dates?.[0],
    })),
  };
}

function fromRdf({ title, link, items = [] }: RdfFeed.Feed<string>): Raw {
  return {
    title,
    site: link,
    items: items.map(({ content, description, dc, ...item }) => ({
      title: item.title,
      url: item.link,
      html: content?.encoded ?? description,
      at: dc?.dates?.[0],
    })),
  };
}

function fromAtom({ title, links, entries = [] }: AtomFeed.Feed<string>): Raw {
  return {
    title: title?.value,
    site: pageIn(links),
    items: entries.map(({ id, content, summary, published, updated, ...entry }) => {
      const body = content?.value === undefined ? summary : content;
      const isText = body?.type === undefined || body.type === 'text';
      return {
        guid: id,
        title: entry.title?.value,
        url: pageIn(entry.links),
        at: published ?? updated,
        ...(isText ? { text: body?.value } : { html: body.value }),
      };
    }),
  };
}

/** The page among an Atom feed's links (RFC 4287 §4.2.7.2). */
const pageIn = (links: AtomFeed.Link<string>[] = []): string | undefined =>
  links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;

function fromJson({ title, home_page_url: site, items = [] }: JsonFeed.Feed<string>): Raw {
  return {
    title,
    site,
    items: items.map((item) => ({
      guid: item.id,
      title: item.title,
      url: item.url ?? item.external_url,
      html: item.content_html,
      text: item.content_text ?? item.summary,
      at: item.date_published ?? item.date_modified,
    })),
  };
}

/** One without anything to be seen, or to be known by, is left out. */
function itemOf({ guid, title, url, html, text, at }: RawItem, from: string, now: Date): FeedItem | null {
  const address = addressIn(url, from);
  const safe = bounded(html === undefined ? fromPlain((text ?? '').slice(0, LONGEST_ITEM)) : sanitise(html));
  const named = titleIn(title) || oneLine(plainText(safe)).slice(0, TITLE_FROM_TEXT);
  const known = guid?.trim() || address || named;
  if (known === '' || (named === '' && address === undefined)) return null;
  const said = at === undefined ? Number.NaN : Date.parse(at);
  return {
    guid: known.slice(0, 2000),
    title: named || (address as string),
    ...(address === undefined ? {} : { url: address }),
    html: safe,
    at: Number.isNaN(said) || said > now.getTime() || said < 0 ? now : new Date(said),
  };
}

/** No two at the same moment, in their order: days without hours are frequent, and lists are cut by time. */
function apart(newestFirst: readonly FeedItem[]): readonly FeedItem[] {
  let before = Number.POSITIVE_INFINITY;
  return newestFirst.map((item) => {
    before = Math.min(item.at.getTime(), before - 1);
    return { ...item, at: new Date(before) };
  });
}

/** What is too long is left out whole: a cut through the middle of markup would be no markup. */
const bounded = (html: string): string =>
  html.length <= LONGEST_ITEM ? html : fromPlain(`${plainText(html).slice(0, LONGEST_ITEM / 3)} …`);

const titleIn = (title: string | undefined): string => oneLine(plainText(title ?? '')).slice(0, LONGEST_FEED_TITLE);

function addressIn(said: string | undefined, from: string): string | undefined {
  const whole = said === undefined ? undefined : URL.parse(said.trim(), from)?.href;
  return whole === undefined ? undefined : (webAddress(whole) ?? undefined);
}

const LINK = /<link\b[^<>]*>/gi;
const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|feed\+json|json)$/i;

/** The first feed that a page names (`<link rel="alternate">`), as an address to be asked; `null` where it names none. */
export function feedNamedIn(html: string, from: string): string | null {
  for (const [tag] of html.slice(0, 300_000).matchAll(LINK)) {
    const rel = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    const type = attribute(tag, 'type')?.split(';')[0]?.trim() ?? '';
    if (!rel.includes('alternate') || !FEED_TYPES.test(type)) continue;
    const address = addressIn(attribute(tag, 'href')?.replaceAll('&amp;', '&'), from);
    if (address !== undefined) return address;
  }
  return null;
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? [];
  return double ?? single ?? bare;
}
