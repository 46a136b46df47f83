import type { Addresses } from '../../server/community/addresses.ts';
import type { Community } from '../../server/community/community.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { Person } from '../../server/community/person.ts';
import type { Communities, Keys, People } from '../../server/ports/actors.ts';
import { groupDocument, personDocument, serverActorDocument } from '../vocabulary/objects/actors.ts';
import { goneActorDocument } from '../vocabulary/objects/gone-actor.ts';
import { type Found, UNKNOWN } from './found.ts';

export interface ActorSources {
  readonly people: Pick<People, 'byIri' | 'byIris'>;
  readonly communities: Pick<Communities, 'byIri'>;
  readonly keys: Pick<Keys, 'publicKeyPem'>;
}

/** An actor as the stores know it. */
export type KnownActor =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'community'; readonly community: Community };

/** Whoever has this id, from here or elsewhere; people and communities share one name space. */
export async function knownActor(
  { people, communities }: Pick<ActorSources, 'people' | 'communities'>,
  iri: ActorIri,
): Promise<KnownActor | null> {
  const person = await people.byIri(iri as PersonIri);
  if (person !== null) return { kind: 'person', person };
  const community = await communities.byIri(iri as CommunityIri);
  return community === null ? null : { kind: 'community', community };
}

/** Actors of this server by their ids: public half of the key only, nobody without one. */
export function createActorLookup(
  stores: ActorSources,
  {
    addresses,
    title,
    recordKey,
  }: { readonly addresses: Addresses; readonly title: string; readonly recordKey?: Buffer | undefined },
) {
  return async (iri: ActorIri): Promise<Found> => {
    const known = iri === addresses.server ? 'server' : await knownActor(stores, iri);
    if (known === null || isElsewhere(known)) return UNKNOWN;
    if (known !== 'server' && known.kind === 'person' && known.person.goneAt !== undefined) {
      return { state: 'gone', document: goneActorDocument(iri, known.person.goneAt) };
    }
    const pem = await stores.keys.publicKeyPem(iri);
    if (pem === null) return UNKNOWN;
    if (known === 'server') return { state: 'here', document: serverActorDocument(title, pem, addresses), page: '/' };
    switch (known.kind) {
      case 'person':
        return {
          state: 'here',
          document: personDocument(known.person, pem, addresses),
          page: addresses.page.person(known.person.username),
        };
      case 'community':
        return {
          state: 'here',
          document: groupDocument(known.community, pem, addresses, recordKey),
          page: addresses.page.community(known.community.name),
        };
    }
  };
}

function isElsewhere(known: KnownActor | 'server'): boolean {
  if (known === 'server') return false;
  return (known.kind === 'person' ? known.person.home : known.community.home) === 'elsewhere';
}
