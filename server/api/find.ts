import type { Actor } from '../actions/actor-named.ts';
import type { House } from '../actions/house.ts';
import { postNumber, readNumber, timeIn } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { Notice } from '../ports/notices.ts';
import { noticeAsPost } from './entities/notice.ts';
import { notFound } from './errors.ts';
import { boostBy } from './listed.ts';
import { isSeen } from './seen.ts';

/** An actor by the number an app names it with. */
export async function actorBy(house: Pick<House, 'people' | 'communities'>, number: string): Promise<Actor> {
  const [person, community] = await Promise.all([house.people.byNumber(number), house.communities.byNumber(number)]);
  if (person !== null && person.goneAt === undefined) return { kind: 'person', person };
  if (community !== null) return { kind: 'community', community };
  throw notFound();
}

export const iriOf = (actor: Actor) => (actor.kind === 'person' ? actor.person.iri : actor.community.iri);

/** Something that somebody was told, by the number of the status that it is shown as; nobody else finds it. */
export async function noticeBy(
  house: Pick<House, 'notices' | 'addresses'>,
  text: string,
  viewer: Person | null,
): Promise<Notice | null> {
  const number = readNumber(text);
  if (number === null || viewer === null) return null;
  const at = timeIn(number);
  const stretch = { notAfter: at, notBefore: at, oldestFirst: false, limit: 1000 };
  const then = await house.notices.stretch(viewer.iri, stretch);
  return then.find((notice) => postNumber(noticeAsPost(house, notice)) === number.toString()) ?? null;
}

/**
 * A post by its number, or by that of a boost of it, for who may see it, or what she was told as the post that apps are
 * shown; to anybody else it is not there.
 */
export async function postBy(
  house: Pick<House, 'posts' | 'follows' | 'reactions' | 'notices' | 'addresses'>,
  number: string,
  viewer: Person | null,
): Promise<Post> {
  const boost = async () => {
    const found = await boostBy(house, number);
    return found === null ? null : house.posts.byIri(found.post);
  };
  const post = (await house.posts.byNumber(number)) ?? (await boost());
  if (post === null) {
    const notice = await noticeBy(house, number, viewer);
    if (notice !== null) return noticeAsPost(house, notice);
  }
  // Strangers are not told what is known here because somebody here follows its author.
  const isOnlyForSome = viewer === null && post?.community === undefined && post?.home === 'elsewhere';
  if (post === null || isOnlyForSome || !(await isSeen(house, post, viewer))) throw notFound();
  return post;
}
