import type { Request, Response } from 'express';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Listed } from '../community/listing.ts';
import { numberAt, postNumber, readNumber, timeIn } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { isUnwanted, type Unwanted } from '../community/unwanted.ts';
import type { Reaction, Stretch } from '../ports/posts.ts';
import { accountsOf } from './entities/account.ts';
import { type StatusEntity, statusEntities } from './entities/status.ts';
import { byNumber, linkPages, pageBy, wantedBy } from './paging.ts';
import type { ApiParts } from './parts.ts';
import { seenBy } from './seen.ts';

type House = ApiParts['house'];

/** Somebody passed a post on, and when. */
export type Boost = Pick<Reaction, 'actor' | 'post' | 'activity' | 'at'>;
/** A line of a list: a post, or that somebody passed one on. */
type Line = { readonly post: Post; readonly boost?: Boost; readonly number: bigint };

/** The number of a boost, as a status of its own. */
export const boostNumber = ({ actor, post, at }: Pick<Boost, 'actor' | 'post' | 'at'>): bigint =>
  numberAt(at, `boost ${actor} ${post}`);

const lineNumber = ({ number }: Line): bigint => number;

/** The boost that a number means; `null` when there is none, or it has been taken back. */
export async function boostBy(house: Pick<House, 'reactions'>, text: string): Promise<Boost | null> {
  const number = readNumber(text);
  if (number === null) return null;
  const then = await house.reactions.sharesAt(timeIn(number));
  return then.find((boost) => boostNumber(boost) === number) ?? null;
}

/**
 * A page of a list of posts with what some people passed on, newest first, with its links. What the list has by itself
 * is not shown again because somebody passed it on.
 *
 * @param by whose boosts belong to it
 */
export async function listPage(
  request: Request,
  response: Response,
  {
    house,
    of,
    viewer,
    by,
    unwanted,
  }: {
    readonly house: House;
    readonly of: Listed;
    readonly viewer: Person | null;
    readonly by: readonly ActorIri[];
    /** Left out: what the viewer does not want to see, whoever passed it on. */
    readonly unwanted?: Unwanted | undefined;
  },
): Promise<readonly StatusEntity[]> {
  const wanted = wantedBy(request);
  const lines = await pageBy<Line>(
    wanted,
    lineNumber,
    async (stretch) => {
      const posts = await house.timelines.stretch(of, viewer?.iri ?? null, stretch, unwanted);
      const boosts = await boostedBy(house, by, besides(posts, stretch));
      return [...posts.map((post): Line => ({ post, number: BigInt(postNumber(post)) })), ...boosts]
        .toSorted(byNumber(lineNumber, stretch.oldestFirst))
        .slice(0, stretch.limit);
    },
    ({ post, boost }) =>
      boost === undefined || (isWorthShowing(post, of) && !(unwanted && isEither(unwanted, boost.actor, post))),
  );
  const shown = lines.map((line) => lineNumber(line).toString());
  linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
  return lineEntities(house, lines, viewer);
}

/** Whether she does not want to see it because of who passed it on, or of whose it is. */
export const isEither = (unwanted: Unwanted, by: ActorIri, post: Post): boolean =>
  isUnwanted(unwanted, { author: by }) || isUnwanted(unwanted, post);

async function boostedBy(house: House, by: readonly ActorIri[], stretch: Stretch): Promise<readonly Line[]> {
  if (by.length === 0) return [];
  const boosts = await house.reactions.sharesBy(by, stretch);
  const posts = new Map<PostIri, Post | null>();
  await Promise.all(boosts.map(async ({ post }) => posts.set(post, await house.posts.byIri(post))));
  // A post that is gone leaves its line, so that pages are cut at the same places; it is not shown.
  return boosts.map((boost) => ({
    boost,
    post: posts.get(boost.post) ?? goneAt(boost),
    number: boostNumber(boost),
  }));
}

/** What has a place beside as many posts as were asked for: what lies behind them is not shown with them. */
function besides(posts: readonly Post[], stretch: Stretch): Stretch {
  const last = posts.at(-1)?.receivedAt;
  if (last === undefined || posts.length < stretch.limit) return stretch;
  return stretch.oldestFirst ? { ...stretch, notAfter: last } : { ...stretch, notBefore: last };
}

const goneAt = ({ post, at }: Boost): Post => ({
  iri: post,
  activity: post as never,
  author: post as never,
  thread: post,
  html: '',
  audience: 'direct',
  to: [],
  home: 'elsewhere',
  publishedAt: at,
  receivedAt: at,
  deletedAt: at,
  standing: { state: 'visible' },
  labels: [],
});

/** Public, standing, and not in the list anyway. */
export function isWorthShowing(post: Post, of: Listed): boolean {
  if (post.deletedAt !== undefined || post.audience !== 'public' || post.standing.state !== 'visible') return false;
  if (!('communities' in of)) return true;
  const { communities, authors, followed = [] } = of;
  const isBegun = post.inReplyTo === undefined;
  return !(
    (post.community !== undefined && communities.includes(post.community)) ||
    authors.includes(post.author) ||
    (followed.includes(post.author) && isBegun)
  );
}

/** Boosts as Mastodon shows them: a status by who passed it on, with the post inside. */
async function lineEntities(
  house: House,
  lines: readonly Line[],
  viewer: Person | null,
): Promise<readonly StatusEntity[]> {
  const [inner, accountOf] = await Promise.all([
    statusEntities(
      house,
      lines.map(({ post }) => post),
      viewer,
    ),
    accountsOf(
      house,
      lines.flatMap(({ boost }) => (boost === undefined ? [] : [boost.actor])),
    ),
  ]);
  return lines.map(({ boost, number }, at) => {
    const status = inner[at] as StatusEntity;
    if (boost === undefined) return status;
    return {
      ...status,
      id: number.toString(),
      created_at: boost.at.toISOString(),
      uri: boost.activity,
      url: boost.activity,
      account: accountOf(boost.actor),
      in_reply_to_id: null,
      in_reply_to_account_id: null,
      reblog: status,
    };
  });
}

/** One boost as a status. */
export async function boostEntity(house: House, boost: Boost, viewer: Person | null): Promise<StatusEntity | null> {
  const [post] = await seenBy(house, [boost.post], viewer);
  if (post === undefined) return null;
  const [entity] = await lineEntities(house, [{ post, boost, number: boostNumber(boost) }], viewer);
  return entity ?? null;
}
