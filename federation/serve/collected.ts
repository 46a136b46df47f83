import type { Addresses } from '../../server/community/addresses.ts';
import type { ActorIri } from '../../server/community/ids.ts';
import type { Collection, CollectionItem } from '../../server/community/notebook/collection.ts';
import type { Collections } from '../../server/ports/notebook.ts';
import { type CollectedThing, collectionDocument, collectionsDocument } from '../vocabulary/objects/collections.ts';
import { type ActorSources, knownActor } from './actors.ts';
import type { FoundCollection } from './collections.ts';
import { type Found, UNKNOWN } from './found.ts';
import { isForAll, type PostSources } from './posts.ts';

export interface CollectedSources extends Pick<ActorSources, 'people' | 'communities'>, Pick<PostSources, 'posts'> {
  readonly collections: Pick<Collections, 'published' | 'publishedBy'>;
}

/**
 * Collections that people of this server published. What stands in one and is not for everybody is left out of what
 * others get, whoever asks; what its owner has not published is unknown, like what never was.
 */
export function createCollected(sources: CollectedSources, { addresses }: { readonly addresses: Addresses }) {
  return {
    /** One, by the last part of its id. */
    async collection(part: string): Promise<Found> {
      const kept = await sources.collections.published(part);
      if (kept?.published === undefined) return UNKNOWN;
      const owner = await sources.people.byIri(kept.person);
      if (owner === null || owner.goneAt !== undefined) return UNKNOWN;
      const page = addresses.page.collection(owner.username, kept.id);
      const { title, summary } = kept.content;
      const document = collectionDocument({
        id: addresses.collection(kept.id),
        by: owner.iri,
        title,
        summary,
        page: addresses.origin + page,
        publishedAt: kept.published.at,
        updatedAt: kept.published.updatedAt,
        things: await thingsIn(kept.content),
      });
      return { state: 'here', document, page };
    },

    /** All that somebody published; `null` for who is nobody here, or left. */
    async by(owner: ActorIri): Promise<FoundCollection> {
      const known = await knownActor(sources, owner);
      if (known?.kind !== 'person' || known.person.home !== 'here' || known.person.goneAt !== undefined) return null;
      const published = await sources.collections.publishedBy(known.person.iri);
      const ids = published.map(({ id }) => addresses.collection(id));
      return { state: 'here', document: collectionsDocument(owner, ids) };
    },
  };

  async function thingsIn({ items }: Collection): Promise<readonly CollectedThing[]> {
    const shown = await Promise.all(items.map(isForEverybody));
    return items.filter((_, at) => shown[at]);
  }

  async function isForEverybody(item: CollectionItem): Promise<boolean> {
    if (item.kind === 'link') return true;
    const post = await sources.posts.byIri(item.post);
    return post !== null && post.deletedAt === undefined && isForAll(post);
  }
}
