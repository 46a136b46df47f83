import type { House } from '../actions/house.ts';
import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { notFound } from './errors.ts';
import { boostBy } from './listed.ts';
import { isSeen } from './seen.ts';

/** An actor by the number an app names it with. */
export type Actor =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'community'; readonly community: Community };

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

/** `name`, `@name`, `name@host`, as people write them. */
export function splitHandle(handle: string, ownHost: string): { readonly name: string; readonly host: string } | null {
  const found = /^@?([A-Za-z0-9_.-]{1,100})(?:@([A-Za-z0-9.:[\]-]{1,253}))?$/.exec(handle.trim());
  const [, name, host = ownHost] = found ?? [];
  return name === undefined ? null : { name, host: host.toLowerCase() };
}

/** Whoever is called so and known here: people and communities share one name space. */
export async function actorNamed(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  handle: string,
): Promise<Actor | null> {
  const named = splitHandle(handle, house.addresses.host);
  if (named === null) return null;
  const { name, host } = named;
  const isHere = host === house.addresses.host;
  const [person, community] = await Promise.all([
    isHere ? house.people.byName(name) : house.people.byHandle(name, host),
    isHere ? house.communities.byName(name) : house.communities.byHandle(name, host),
  ]);
  if (person !== null && person.goneAt === undefined) return { kind: 'person', person };
  return community === null ? null : { kind: 'community', community };
}
