import type { Author } from '../../../views/parts/person.ts';
import type { House } from '../../actions/house.ts';
import type { Community } from '../../community/community.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { handleOf, organisationOf } from '../../community/person.ts';
import { pageHandle } from '../context.ts';

/** How the address of a person's page names her: with her host, when that is another one. */
export const personHandle = ({ home, username, host }: Person): string =>
  home === 'here' ? username : `${username}@${host}`;

/** Somebody as pages name her; who has left for good by no name. */
export function authorOf({ addresses }: Pick<House, 'addresses'>, person: Person): Author {
  if (person.goneAt !== undefined) return { name: 'Somebody who left', handle: `at ${person.host}` };
  return {
    name: person.displayName || person.username,
    handle: handleOf(person),
    path: addresses.page.person(personHandle(person)),
    organisation: organisationOf(person),
  };
}

/** A community as the one who wrote something. */
function communityAsAuthor({ addresses }: Pick<House, 'addresses'>, community: Community): Author {
  return {
    name: community.title,
    handle: `@${community.name}@${community.host}`,
    path: addresses.page.community(pageHandle(community)),
  };
}

/** Looks up everybody who wrote something, people and communities, and names each; also those nothing is known of. */
export async function authorsOf(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  iris: readonly ActorIri[],
): Promise<(iri: ActorIri) => Author> {
  const asked = [...new Set(iris)];
  const people = await house.people.byIris(asked as PersonIri[]);
  const others = asked.filter((iri) => !people.has(iri as PersonIri));
  const communities = await Promise.all(others.map((iri) => house.communities.byIri(iri as CommunityIri)));
  const known = new Map<ActorIri, Author>([
    ...[...people.values()].map((person) => [person.iri, authorOf(house, person)] as const),
    ...communities.flatMap((one) => (one === null ? [] : [[one.iri, communityAsAuthor(house, one)] as const])),
  ]);
  known.set(house.addresses.server, { name: 'This server', handle: house.addresses.host });
  return (iri) => known.get(iri) ?? { name: 'somebody', handle: `at ${hostOf(iri)}` };
}

const hostOf = (iri: string): string => (URL.canParse(iri) ? new URL(iri).host : 'an unknown server');
