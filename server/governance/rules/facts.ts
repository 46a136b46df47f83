import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { wholeDays } from '../dates.ts';
import { memberOf } from '../membership.ts';
import type { CommunityState } from '../state.ts';
import type { Facts } from './rule.ts';

const ANCHOR = /<a\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * What rules may ask about a post, from its sanitised HTML. Mentions and hashtags are written as links by every
 * server but are none to a reader, so they are not counted as links; addresses written out are.
 */
export function postFacts({
  html,
  isReply,
  origin,
}: {
  readonly html: string;
  readonly isReply: boolean;
  readonly origin: 'here' | 'elsewhere';
}): Facts {
  const anchors = [...html.matchAll(ANCHOR)].map(([tag]) => attributesOf(tag)).filter(({ href }) => href);
  const mentions = anchors.filter(isMention).length;
  const links = anchors.filter((anchor) => !isMention(anchor) && !isHashtag(anchor)).length;
  return {
    'post.links': links + bareAddresses(html),
    'post.mentions': mentions,
    'post.length': [...textOf(html)].length,
    'post.isReply': isReply,
    'post.origin': origin,
  };
}

/** What rules may ask about an author at the time of the act. Her tenure is unknown while she is no member. */
export function authorFacts({
  state,
  author,
  at,
  postsLastDay,
}: {
  readonly state: CommunityState;
  readonly author: ActorIri;
  readonly at: Date;
  readonly postsLastDay?: number;
}): Facts {
  const member = memberOf(state, author as PersonIri);
  return {
    'author.isMember': member !== null,
    ...(member === null ? {} : { 'author.tenureDays': wholeDays(member.joinedAt, at) }),
    ...(postsLastDay === undefined ? {} : { 'author.postsLastDay': postsLastDay }),
  };
}

interface Anchor {
  readonly class: readonly string[];
  readonly rel: readonly string[];
  readonly href: string;
}

function attributesOf(tag: string): Anchor {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), double ?? single ?? '');
  }
  const words = (name: string) => (found.get(name) ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return { class: words('class'), rel: words('rel'), href: found.get('href') ?? '' };
}

/** Mastodon writes hashtags as `mention hashtag`, so a hashtag is looked for first. */
const isHashtag = (anchor: Anchor): boolean => anchor.class.includes('hashtag') || anchor.rel.includes('tag');
const isMention = (anchor: Anchor): boolean => anchor.class.includes('mention') && !isHashtag(anchor);

/** Addresses written out without being links: most readers' apps make links of them. */
function bareAddresses(html: string): number {
  const unlinked = html.replace(/<a\b[^>]*>[\s\S]*?<\/a>/gi, ' ');
  return [...textOf(unlinked).matchAll(/https?:\/\/[^\s<]+/gi)].length;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>\s*<p\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}
