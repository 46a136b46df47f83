import type { Outbox } from '../../federation/send/outbox.ts';
import type { PostSurroundings } from '../../federation/vocabulary/objects/addressing.ts';
import type { House } from '../actions/house.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { handleOf } from '../community/person.ts';
import type { Post } from '../community/post.ts';

/** What effects work with: what actions have, and the way out to other servers. */
export interface EffectParts {
  readonly house: House;
  readonly outbox: Outbox;
  /** Asks an actor’s server who it is; `again` even if it is known. */
  readonly meet: (iri: string, how?: { readonly again: boolean }) => Promise<'person' | 'community' | null>;
}

/** What a post's document says beside the post: its author, its community, and the names of those it mentions. */
export async function surroundings({ house }: EffectParts, post: Post): Promise<PostSurroundings> {
  const [author, community, mentioned] = await Promise.all([
    authorOf(house, post.author),
    post.community === undefined ? null : house.communities.byIri(post.community),
    house.people.byIris(post.to as readonly PersonIri[]),
  ]);
  return {
    addresses: house.addresses,
    author: { iri: post.author, followers: author?.followers },
    mentioned: [...mentioned.values()].map((person) => ({ iri: person.iri, handle: handleOf(person) })),
    ...(community === null ? {} : { community }),
  };
}

async function authorOf(house: House, iri: ActorIri) {
  return (await house.people.byIri(iri as PersonIri)) ?? (await house.communities.byIri(iri as CommunityIri));
}
