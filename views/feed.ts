import { href } from './html.ts';

/** Something that a reader of feeds shows as one thing. */
export interface FeedEntry {
  /** Stays the same whatever becomes of the page's address. */
  readonly id: string;
  /** The page where people read it, whole. */
  readonly url: string;
  readonly title: string;
  readonly author: { readonly name: string; readonly url?: string };
  readonly published: Date;
  readonly updated: Date;
  /** Sanitised: readers show it as it is. */
  readonly sanitisedHtml: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Without the `#`. */
  readonly tags?: readonly string[];
  /** The id of what it answers. */
  readonly inReplyTo?: string;
}

/** A feed: the newest first, and only what everybody may read. Addresses are whole. */
export interface FeedModel {
  readonly title: string;
  readonly subtitle: string;
  /** Its own address, without `.atom` or `.rss`. */
  readonly self: string;
  /** The page that it follows. */
  readonly page: string;
  readonly entries: readonly FeedEntry[];
}

/** When something in it changed last; a feed without anything has changed when 1970 began, so that it stays the same. */
export const updatedAt = ({ entries }: FeedModel): Date =>
  new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));

/** Atom 1.0 (RFC 4287), with what an entry answers (RFC 4685). */
export function atom(feed: FeedModel): string {
  const self = `${feed.self}.atom`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
${element('id', self)}
${element('title', feed.title)}
${element('subtitle', feed.subtitle)}
${element('updated', updatedAt(feed).toISOString())}
<link rel="self" type="application/atom+xml"${leads(self)}/>
<link rel="alternate" type="text/html"${leads(feed.page)}/>
${element('generator', 'Folkmoot')}
${feed.entries.map(atomEntry).join('\n')}
</feed>
`;
}

function atomEntry(entry: FeedEntry): string {
  const { author, lang, tags = [], inReplyTo } = entry;
  return [
    lang === undefined ? '<entry>' : `<entry xml:lang="${escaped(lang)}">`,
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html"${leads(entry.url)}/>`,
    `<author>${element('name', author.name)}${author.url === undefined ? '' : element('uri', author.url)}</author>`,
    element('published', entry.published.toISOString()),
    element('updated', entry.updated.toISOString()),
    ...tags.map((tag) => `<category term="${escaped(tag)}"/>`),
    ...(inReplyTo === undefined ? [] : [`<thr:in-reply-to ref="${escaped(inReplyTo)}"/>`]),
    `<content type="html">${escaped(entry.sanitisedHtml)}</content>`,
    '</entry>',
  ].join('\n');
}

/** RSS 2.0, for readers that know no Atom. */
export function rss(feed: FeedModel): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${element('title', feed.title)}
${element('link', feed.page)}
${element('description', feed.subtitle)}
<atom:link rel="self" type="application/rss+xml"${leads(`${feed.self}.rss`)}/>
${element('lastBuildDate', updatedAt(feed).toUTCString())}
${element('generator', 'Folkmoot')}
${feed.entries.map(rssItem).join('\n')}
</channel>
</rss>
`;
}

function rssItem({ id, url, title, author, published, sanitisedHtml, tags = [] }: FeedEntry): string {
  return [
    '<item>',
    `<guid isPermaLink="false">${escaped(id)}</guid>`,
    element('title', title),
    element('link', url),
    element('dc:creator', author.name),
    element('pubDate', published.toUTCString()),
    ...tags.map((tag) => element('category', tag)),
    element('description', sanitisedHtml),
    '</item>',
  ].join('\n');
}

/** As everywhere, no address but one of http. */
const leads = (address: string): string => attribute('href', href(address));
const attribute = (name: string, text: string): string => ` ${name}="${escaped(text)}"`;

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML 1.0. Signs that it cannot hold at all (§2.2), half a pair among them, are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}
