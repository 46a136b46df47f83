import type { Actor } from '../actions/actor-named.ts';
import type { House } from '../actions/house.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
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

/** A post by its number, or by that of a boost of it, for who may see it; to anybody else it is not there. */
export async function postBy(
  house: Pick<House, 'posts' | 'follows' | 'reactions'>,
  number: string,
  viewer: Person | null,
): Promise<Post> {
  const boost = async () => {
    const found = await boostBy(house, number);
    return found === null ? null : house.posts.byIri(found.post);
  };
  const post = (await house.posts.byNumber(number)) ?? (await boost());
  // Strangers are not told what is known here because somebody here follows its author.
  const isOnlyForSome = viewer === null && post?.community === undefined && post?.home === 'elsewhere';
  if (post === null || isOnlyForSome || !(await isSeen(house, post, viewer))) throw notFound();
  return post;
}
