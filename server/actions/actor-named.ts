import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import type { House } from './house.ts';

/** Somebody, or a community. */
export type Actor =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'community'; readonly community: Community };

/** `name`, `@name`, `name@host`, as people write them. */
export function splitHandle(handle: string, ownHost: string): { readonly name: string; readonly host: string } | null {
  const found = /^@?([^\s@/]{1,100})(?:@([^\s@/]{1,253}))?$/.exec(handle.trim());
  const [, name, host = ownHost] = found ?? [];
  return name === undefined ? null : { name, host: host.toLowerCase() };
}

/** Finds one kind of actor by handle. */
async function named<Found>(
  kind: { byName(name: string): Promise<Found | null>; byHandle(name: string, host: string): Promise<Found | null> },
  { host: ownHost }: House['addresses'],
  handle: string,
): Promise<Found | null> {
  const { name, host } = splitHandle(handle, ownHost) ?? {};
  if (name === undefined || host === undefined) return null;
  return host === ownHost ? kind.byName(name) : kind.byHandle(name, host);
}

/** A person who is called so and known here; she may have left. */
export const personNamed = (
  { people, addresses }: Pick<House, 'people' | 'addresses'>,
  handle: string,
): Promise<Person | null> => named(people, addresses, handle);

/** A community that is called so and known here. */
export const communityNamed = (
  { communities, addresses }: Pick<House, 'communities' | 'addresses'>,
  handle: string,
): Promise<Community | null> => named(communities, addresses, handle);

/** Whoever is called so and known here: people and communities share one name space. */
export async function actorNamed(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  handle: string,
): Promise<Actor | null> {
  const [person, community] = await Promise.all([personNamed(house, handle), communityNamed(house, handle)]);
  if (person !== null && person.goneAt === undefined) return { kind: 'person', person };
  return community === null ? null : { kind: 'community', community };
}
