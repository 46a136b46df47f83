import { tagKey } from '../community/hashtags.ts';
import type { PostIri } from '../community/ids.ts';
import { postIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { isSession, OUTCOMES_AT_WORK, outcomesIn } from '../community/session.ts';
import type { PostEffect } from '../ports/posts.ts';
import type { Relation } from '../ports/relations.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'posts' | 'timelines' | 'relations' | 'addresses'>;

const TAGS = Object.values(OUTCOMES_AT_WORK).map(tagKey);
const KINDS = ['worked', 'did-not-work'] as const;
/** So many links of one answer are followed. */
const MOST_LINKS = 5;

/** What follows from an answer that says how something turned out at work: the thread it links to is from the work. */
export const fromTheWork = (post: Pick<Post, 'inReplyTo' | 'details'>): readonly PostEffect[] =>
  post.inReplyTo !== undefined && outcomesIn(post).length > 0 ? ['from-the-work'] : [];

/**
 * Brings what a session has from the work in line with the answers in its thread: whoever answers with a link to a
 * thread and #Works or #DoesNotWork, here or from elsewhere, relates the two, as long as one such answer stands. Known
 * relations are read first, so that two who do this at once take nothing from each other.
 */
export async function relateFromTheWork(house: Needs, { thread }: Pick<Post, 'thread'>): Promise<void> {
  const session = await house.posts.byIri(thread);
  if (session === null || !(session.deletedAt !== undefined || isSession(session))) return;
  const known = await house.relations.to([session.iri], KINDS);
  const answers = await house.timelines.openlyTagged(session.iri, TAGS);
  const said = (await Promise.all(answers.map((answer) => relationsOf(house, answer, session.iri)))).flat();
  const same = (one: Relation) => (other: Relation) => one.from === other.from && one.kind === other.kind;
  for (const relation of said) await house.relations.add(relation);
  for (const relation of known) if (!said.some(same(relation))) await house.relations.remove(relation);
}

async function relationsOf(house: Needs, answer: Post, to: PostIri): Promise<readonly Relation[]> {
  const linked = await Promise.all(linksIn(answer.html).map((url) => postAt(house, url)));
  const threads = new Set(linked.flatMap((post) => (post === null || post.thread === to ? [] : [post.thread])));
  return [...threads].flatMap((from) =>
    outcomesIn(answer).map((kind) => ({ from, to, kind, by: answer.author, at: answer.receivedAt })),
  );
}

/** Addresses that a text links to, as the sanitiser wrote them. */
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)]
    .map(([, url = '']) => url.replaceAll('&amp;', '&'))
    .filter((url) => !/\/tags?\//.test(url))
    .slice(0, MOST_LINKS);

/** The post that an address leads to: a page here, or the post's own id, here or elsewhere; `null` where none is known. */
export async function postAt(
  { posts, addresses }: Pick<House, 'posts' | 'addresses'>,
  url: string,
): Promise<Post | null> {
  if (!URL.canParse(url)) return null;
  const { href, hash, origin, pathname } = new URL(url);
  const key = /^\/communities\/[^/]+\/(?:threads|sessions)\/([\w-]{16})$/.exec(pathname)?.[1];
  if (origin === new URL(addresses.origin).origin && key !== undefined) return posts.byKey(key);
  const found = await posts.byIri(postIri(href));
  return found ?? (hash === '' ? null : posts.byIri(postIri(href.slice(0, -hash.length))));
}
