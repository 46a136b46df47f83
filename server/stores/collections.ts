import type { Db, Collection as Stored, WithId } from 'mongodb';
import { z } from 'zod';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Collection } from '../community/notebook/collection.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Collections, KeptCollection } from '../ports/notebook.ts';
import { checked, count, type FieldsOf, list, text } from './fields.ts';
import { insertNew } from './writing.ts';

const itemFields = { id: text(), sentence: text(), at: z.coerce.date() };
const collectionFields = {
  title: text(),
  summary: text(),
  items: list(
    z.discriminatedUnion('kind', [
      z.object({ ...itemFields, kind: z.literal('post'), post: text<PostIri>() }),
      z.object({ ...itemFields, kind: z.literal('link'), url: text(), title: text() }),
    ]),
  ),
} satisfies FieldsOf<Collection>;
/** What a sealed one holds, and what a published one shows. */
export const collectionSchema = z.object(collectionFields);

export const keptCollectionSchema = z.object({
  _id: text(),
  person: text<PersonIri>(),
  at: z.date(),
  revision: count,
  /** As JSON, sealed with a key that is not in the database: as long as it is its owner's alone. */
  sealed: text().exactOptional(),
  /** Since its owner published it; then nothing of it is sealed. */
  publishedAt: z.date().exactOptional(),
  updatedAt: z.date().exactOptional(),
  content: collectionSchema.exactOptional(),
});
type Document = z.infer<typeof keptCollectionSchema>;

const PUBLISHED = { publishedAt: { $exists: true } } as const;

export function createCollections(db: Db, sealer: Sealer): Collections {
  const collections: Stored<Document> = db.collection('collections');
  const about = (id: string) => `collection ${id}`;

  function toKept({
    _id: id,
    person,
    at,
    revision,
    sealed,
    content,
    publishedAt,
    updatedAt,
  }: Document): KeptCollection {
    const held = content ?? collectionSchema.parse(JSON.parse(sealer.unseal(sealed ?? '', about(id))));
    const published = publishedAt && { at: publishedAt, updatedAt: updatedAt ?? publishedAt };
    return { id, person, at, revision, content: held, ...(published ? { published } : {}) };
  }

  /** What of a document says what it holds, in the clear or sealed. */
  function held(id: string, { content, published }: Pick<KeptCollection, 'content' | 'published'>) {
    const whole = checked(collectionSchema, content);
    return published === undefined
      ? { sealed: sealer.seal(JSON.stringify(whole), about(id)) }
      : { content: whole, publishedAt: published.at, updatedAt: published.updatedAt };
  }

  const found = (documents: readonly WithId<Document>[]) => documents.map(toKept);
  const orNull = (document: WithId<Document> | null) => (document === null ? null : toKept(document));

  return {
    of: async (person) => found(await collections.find({ person }).sort({ at: -1, _id: -1 }).toArray()),
    get: async (person, id) => orNull(await collections.findOne({ _id: id, person })),
    published: async (id) => orNull(await collections.findOne({ _id: id, ...PUBLISHED })),
    async publishedBy(person) {
      return found(
        await collections
          .find({ person, ...PUBLISHED })
          .sort({ publishedAt: -1, _id: -1 })
          .toArray(),
      );
    },
    async add({ id, person, at, content }) {
      const document = { _id: id, person, at, revision: 0, ...held(id, { content }) };
      await insertNew(collections, checked(keptCollectionSchema, document));
    },
    async change({ id, person, revision }, after) {
      const fields = held(id, after);
      const over = (['sealed', 'content', 'publishedAt', 'updatedAt'] as const).filter((name) => !(name in fields));
      const unset = Object.fromEntries(over.map((name) => [name, '' as const]));
      const update = { $set: { ...fields, revision: revision + 1 }, $unset: unset };
      return (await collections.updateOne({ _id: id, person, revision }, update)).matchedCount === 1;
    },
    remove: async (person, id) => (await collections.deleteOne({ _id: id, person })).deletedCount === 1,
    async forget(person) {
      await collections.deleteMany({ person });
    },
  };
}
