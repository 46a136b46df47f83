import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { organisation } from '../../community/ids.ts';
import type { PostDetails } from '../../community/post.ts';
import { homeOf } from '../affiliation.ts';
import { wholeDays } from '../dates.ts';
import { memberOf } from '../membership.ts';
import { currentMembers, hasTenure } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import type { Facts } from './rule.ts';

const ANCHOR = /<a\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A post as far as rules may ask about it. */
export interface AskedPost {
  /** Sanitised. */
  readonly html: string;
  readonly isReply: boolean;
  readonly origin: 'here' | 'elsewhere';
  readonly isEdit?: boolean;
  readonly isPoll?: boolean;
  readonly details?: PostDetails | undefined;
}

/**
 * What rules may ask about a post, from its sanitised HTML and what its server says of it. Mentions and hashtags are
 * written as links by every server but are none to a reader, so they are not counted as links; addresses written out
 * are.
 */
export function postFacts({ html, isReply, origin, isEdit = false, isPoll = false, details = {} }: AskedPost): Facts {
  const anchors = [...html.matchAll(ANCHOR)].map(([tag]) => attributesOf(tag)).filter(({ href }) => href);
  const mentions = anchors.filter(isMention).length;
  const links = anchors.filter((anchor) => !isMention(anchor) && !isHashtag(anchor)).length;
  const text = textOf(html);
  const hashtags = hashtagsOf(text, details.hashtags ?? []);
  const language = /^[a-z]{2,3}(?![a-z])/.exec(details.language?.toLowerCase() ?? '')?.[0];
  return {
    'act.type': isEdit ? 'edit' : isPoll ? 'poll' : isReply ? 'reply' : 'post',
    'post.links': links + bareAddresses(html),
    'post.mentions': mentions,
    'post.length': [...text].length,
    'post.isReply': isReply,
    'post.origin': origin,
    'post.hasMedia': (details.attachments?.length ?? 0) > 0,
    'post.isSensitive': details.sensitive === true || details.warning !== undefined,
    'post.hashtags': hashtags,
    'post.hashtagCount': hashtags.length,
    ...(language === undefined ? {} : { 'post.language': language }),
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

/**
 * The same for an act of long ago, as far as the record tells: somebody who joined later, perhaps again, is not known
 * to have been a member then.
 */
export function pastAuthorFacts({
  state,
  author,
  at,
}: {
  readonly state: CommunityState;
  readonly author: ActorIri;
  readonly at: Date;
}): Facts {
  const member = state.members.get(author as PersonIri);
  if (member === undefined) return { 'author.isMember': false };
  if (at < member.joinedAt) return {};
  if (member.leftAt !== undefined && member.leftAt <= at) return { 'author.isMember': false };
  return { 'author.isMember': true, 'author.tenureDays': wholeDays(member.joinedAt, at) };
}

/**
 * What rules may ask about the reports of an act. Only those count that come from an organisation with a member here
 * who may vote, one at least: else whoever sets up servers could have anything hidden.
 */
export function reportFacts({
  state,
  reports,
  actAt,
  now,
}: {
  readonly state: CommunityState;
  readonly reports: readonly { readonly from: string; readonly at: Date }[];
  readonly actAt: Date;
  readonly now: Date;
}): Facts {
  const heard = new Set(
    currentMembers(state)
      .filter((member) => hasTenure(state, member, now))
      .map(homeOf),
  );
  const counted = reports.filter(({ from, at }) => at >= actAt && heard.has(organisation(from)));
  return {
    'reports.count': counted.length,
    'reports.distinctOrgs': new Set(counted.map(({ from }) => organisation(from))).size,
  };
}

/** A post that has just arrived: nobody can have reported it. */
export const NO_REPORTS: Facts = { 'reports.count': 0, 'reports.distinctOrgs': 0 };

const HASHTAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]{1,50})/gu;
const MOST_HASHTAGS = 30;

/** Those written in the text, and those that its server names. */
function hashtagsOf(text: string, named: readonly string[]): readonly string[] {
  const written = [...text.matchAll(HASHTAG)].map(([, word = '']) => word).filter((word) => /\D/.test(word));
  return [...new Set([...written, ...named].map((word) => word.toLowerCase()))].sort().slice(0, MOST_HASHTAGS);
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
