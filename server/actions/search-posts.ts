import type { ActorIri, PostIri } from '../community/ids.ts';
import { postNumber, timeIn } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted } from '../community/result.ts';
import { isSought, keysOfQuery, readQuery } from '../community/search/query.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { unwantedBy } from './own/unwanted-by.ts';

type Needs = Pick<House, 'postSearch' | 'marks' | 'gestures' | 'follows' | 'readers' | 'clock'>;

/** Which part of what is found: newest first; numbers as in `postNumber`, themselves not included. */
export interface PartOfFound {
  readonly max?: bigint;
  readonly min?: bigint;
  readonly offset: number;
  readonly limit: number;
}

/** So much of what she keeps is looked through, the newest of each kind. */
const MOST_KEPT = 2000;

/**
 * Posts in which something stands, for somebody who may see them. A search changes nothing and is written down nowhere.
 *
 * @param author whose posts alone, besides what the query says
 * @param named whom a name in the query means; `null` for nobody, and then nothing is found
 */
export async function searchPosts(
  house: Needs,
  {
    text,
    by,
    author,
    part,
    named,
  }: {
    readonly text: string;
    readonly by: Person;
    readonly author?: ActorIri;
    readonly part: PartOfFound;
    readonly named: (handle: string) => Promise<ActorIri | null>;
  },
): Promise<Result<readonly Post[], 'bad-operator' | 'too-many-words' | 'nothing-to-find'>> {
  const read = readQuery(text);
  if (!read.ok) return read;
  const query = read.value;
  const whose = (handle: string) => (/^@?me$/i.test(handle) ? by.iri : named(handle));
  const authors = new Set([...(author === undefined ? [] : [author]), ...(await Promise.all(query.from.map(whose)))]);
  // By nobody, or by two at once: there is no such post.
  if (authors.size > 1 || authors.has(null)) return accepted([]);
  const [only] = [...authors] as ActorIri[];
  const [kept, unwanted, notAuthors] = await Promise.all([
    query.place === 'public' ? [] : keptBy(house, by),
    unwantedBy(house, by.iri, 'public'),
    Promise.all(query.notFrom.map(whose)),
  ]);
  const { notBefore, before } = later(query, part);
  const found = house.postSearch.find(
    {
      keys: keysOfQuery(query),
      ...(only === undefined ? {} : { author: only }),
      notAuthors: notAuthors.filter((one) => one !== null),
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(before === undefined ? {} : { before }),
      ...(part.max === undefined ? {} : { notAfter: timeIn(part.max) }),
      place: query.place,
      kept,
    },
    by.iri,
    unwanted,
  );
  const posts: Post[] = [];
  for await (const group of byMoment(found)) {
    for (const { number, post } of group) {
      const isInside = (part.max === undefined || number < part.max) && (part.min === undefined || number > part.min);
      if (isInside && isSought(query, post) && (await maySee(house, post, by.iri))) posts.push(post);
    }
    if (posts.length >= part.offset + part.limit) break;
  }
  return accepted(posts.slice(part.offset, part.offset + part.limit));
}

interface Numbered {
  readonly number: bigint;
  readonly post: Post;
}

/** Those of one moment together, in the order of their numbers, by which pages are cut. */
async function* byMoment(found: AsyncIterable<Post>): AsyncGenerator<readonly Numbered[]> {
  let group: Numbered[] = [];
  for await (const post of found) {
    const last = group[0]?.post;
    if (last !== undefined && last.receivedAt.getTime() !== post.receivedAt.getTime()) {
      yield group.sort(byNumber);
      group = [];
    }
    group.push({ number: BigInt(postNumber(post)), post });
  }
  yield group.sort(byNumber);
}

const byNumber = (one: Numbered, other: Numbered): number => (one.number > other.number ? -1 : 1);

/** The narrower end of both. */
function later(query: { readonly notBefore?: Date; readonly before?: Date }, { min }: PartOfFound) {
  const after = min === undefined ? undefined : timeIn(min);
  const notBefore = after && (query.notBefore === undefined || after > query.notBefore) ? after : query.notBefore;
  return { notBefore, before: query.before };
}

/** What she has bookmarked and what she likes. */
async function keptBy({ marks, gestures }: Needs, { iri }: Person): Promise<readonly PostIri[]> {
  const newest = { oldestFirst: false, limit: MOST_KEPT };
  const [bookmarks, liked] = await Promise.all([marks.stretch(iri, 'bookmark', newest), gestures.liked(iri, newest)]);
  return [...new Set([...bookmarks.map(({ subject }) => subject as PostIri), ...liked.map(({ post }) => post)])];
}
