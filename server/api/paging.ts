import type { Request, Response } from 'express';
import { z } from 'zod';
import type { House } from '../actions/house.ts';
import type { Listed } from '../community/listing.ts';
import { postNumber, readNumber, timeIn } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { Stretch } from '../ports/posts.ts';
import { saidIn, whole } from './bodies.ts';

/** Where a page of a list begins and ends: numbers, none of them included. */
export interface Wanted {
  /** Older than this. */
  readonly max?: bigint;
  /** Newer than this, the newest of them. */
  readonly since?: bigint;
  /** Newer than this, those right after it. */
  readonly min?: bigint;
  readonly limit: number;
}

const number = z
  .union([z.string(), z.number()])
  .transform((said) => readNumber(String(said)))
  .optional();

const places = z.object({
  max_id: number,
  since_id: number,
  min_id: number,
  limit: whole(1, 1000).optional().catch(undefined),
});

/** Reads `max_id`, `since_id`, `min_id` and `limit`. An id that is none stands for nothing. */
export function wantedBy(request: Request, usual = 20, most = 40): Wanted {
  const { max_id, since_id, min_id, limit } = places.parse(saidIn(request));
  return {
    ...(max_id ? { max: max_id } : {}),
    ...(since_id ? { since: since_id } : {}),
    ...(min_id ? { min: min_id } : {}),
    limit: Math.min(limit ?? usual, most),
  };
}

/**
 * A page of things that lie in the store by their times and are numbered by `numberAt`: exact also where several have
 * the same time, because such a group is read whole before it is cut.
 *
 * @param isShown what is passed over does not count for the length of the page
 * @returns newest first
 */
export async function pageBy<Thing>(
  wanted: Wanted,
  numberOf: (thing: Thing) => bigint,
  fetch: (stretch: Stretch) => Promise<readonly Thing[]>,
  isShown: (thing: Thing) => boolean = () => true,
): Promise<readonly Thing[]> {
  const { max, since, min, limit } = wanted;
  const after = min ?? since;
  const oldestFirst = min !== undefined;
  const ends = {
    ...(max === undefined ? {} : { notAfter: timeIn(max) }),
    ...(after === undefined ? {} : { notBefore: timeIn(after) }),
  };
  const compare = byNumber(numberOf, oldestFirst);
  for (let size = limit + 2; ; size *= 2) {
    const found = await fetch({ ...ends, oldestFirst, limit: size });
    const inside = found.filter((thing) => {
      const its = numberOf(thing);
      return (max === undefined || its < max) && (after === undefined || its > after) && isShown(thing);
    });
    const [last, edge] = [found.at(-1), inside[limit - 1]];
    const isWhole = last !== undefined && edge !== undefined && timeOf(numberOf(last)) !== timeOf(numberOf(edge));
    if (found.length < size || isWhole) {
      const page = inside.toSorted(compare).slice(0, limit);
      return oldestFirst ? page.toReversed() : page;
    }
  }
}

/** In the order of their numbers. */
export const byNumber =
  <Thing>(numberOf: (thing: Thing) => bigint, oldestFirst: boolean) =>
  (one: Thing, other: Thing): number =>
    (numberOf(one) < numberOf(other) ? -1 : 1) * (oldestFirst ? 1 : -1);

/**
 * A page of what has an order and no times: what comes after the thing that `max_id` names, or before the one that
 * `min_id` does. One that is not there any more begins again.
 *
 * @param numberOf what each is called in the links
 */
export function pageOf<Thing>(
  things: readonly Thing[],
  numberOf: (thing: Thing) => string,
  { max, since, min, limit }: Wanted,
): readonly Thing[] {
  const placeOf = (number: bigint | undefined) =>
    number === undefined ? -1 : things.findIndex((thing) => numberOf(thing) === number.toString());
  const [before, after] = [placeOf(min ?? since), placeOf(max)];
  const end = before < 0 ? things.length : before;
  const begin = min !== undefined && before >= 0 ? Math.max(after + 1, end - limit) : after + 1;
  return things.slice(begin, Math.min(end, begin + limit));
}

interface PostsWanted {
  readonly house: Pick<House, 'timelines' | 'addresses'>;
  readonly of: Listed;
  readonly viewer: Person | null;
  readonly unwanted?: Unwanted | undefined;
}

/** A page of a list of posts, as `pageBy` cuts it, with its links. */
export async function postsPage(
  request: Request,
  response: Response,
  { house, of, viewer, unwanted }: PostsWanted,
): Promise<readonly Post[]> {
  const wanted = wantedBy(request);
  const posts = await pageBy<Post>(
    wanted,
    (post) => BigInt(postNumber(post)),
    (stretch) => house.timelines.stretch(of, viewer?.iri ?? null, stretch, unwanted),
  );
  linkPages(request, response, { origin: house.addresses.origin, shown: posts.map(postNumber), limit: wanted.limit });
  return posts;
}

const timeOf = (its: bigint): number => timeIn(its).getTime();

/**
 * Says by a `Link` header (RFC 8288) where the next and the previous page are: whole addresses, as client libraries
 * need them. Nothing is said of an empty page: that is the end.
 */
export function linkPages(
  request: Request,
  response: Response,
  { origin, shown, limit }: { readonly origin: string; readonly shown: readonly string[]; readonly limit: number },
): void {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return;
  const at = (change: Readonly<Record<string, string>>) => {
    const url = new URL(request.originalUrl, origin);
    for (const name of ['max_id', 'min_id', 'since_id', 'access_token']) url.searchParams.delete(name);
    for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
    return url.href;
  };
  const next = shown.length < limit ? [] : [`<${at({ max_id: last })}>; rel="next"`];
  response.set('Link', [...next, `<${at({ min_id: first })}>; rel="prev"`].join(', '));
}
