import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import type { House } from './house.ts';

/** Somebody, or a community. */
export type Actor =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'community'; readonly community: Community };

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
