import type { ActorIri, PostIri } from '../../../server/community/ids.ts';
import { ACTIVITY_CONTEXT } from '../contexts.ts';
import type { JsonObject } from '../read.ts';
import { escapeHtml } from './html.ts';

/** Where the collections are that somebody published (ActivityPub §4.1: what an actor's `streams` names). */
export const collectionsOf = (actor: ActorIri): string => `${actor}/collections`;

/** What stands in a published collection, in its order: posts by their ids, pages as links. */
export type CollectedThing =
  | { readonly kind: 'post'; readonly post: PostIri }
  | { readonly kind: 'link'; readonly url: string; readonly title: string; readonly sentence: string };

/** A collection that somebody of this server published, as an `OrderedCollection` given whole. */
export function collectionDocument(collection: {
  readonly id: string;
  readonly by: ActorIri;
  readonly title: string;
  readonly summary: string;
  readonly page: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly things: readonly CollectedThing[];
}): JsonObject {
  const { id, by, title, summary, page, publishedAt, updatedAt, things } = collection;
  return {
    '@context': ACTIVITY_CONTEXT,
    id,
    type: 'OrderedCollection',
    attributedTo: by,
    name: title,
    ...(summary === '' ? {} : { summary: `<p>${escapeHtml(summary).replaceAll('\n', '<br>')}</p>` }),
    url: page,
    published: publishedAt.toISOString(),
    updated: updatedAt.toISOString(),
    totalItems: things.length,
    orderedItems: things.map((thing) => (thing.kind === 'post' ? thing.post : linkDocument(thing))),
  };
}

const linkDocument = ({ url, title, sentence }: Extract<CollectedThing, { kind: 'link' }>): JsonObject => ({
  type: 'Link',
  href: url,
  name: title,
  ...(sentence === '' ? {} : { summary: escapeHtml(sentence) }),
});

/** The ids of all that somebody published. */
export const collectionsDocument = (by: ActorIri, ids: readonly string[]): JsonObject => ({
  '@context': ACTIVITY_CONTEXT,
  id: collectionsOf(by),
  type: 'Collection',
  attributedTo: by,
  totalItems: ids.length,
  items: ids,
});
