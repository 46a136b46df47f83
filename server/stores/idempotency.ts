import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PostIri } from '../community/ids.ts';
import type { Idempotency, OnceSent } from '../ports/idempotency.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const sentFields = { body: text(), post: text<PostIri>(), at: z.date() } satisfies FieldsOf<Omit<OnceSent, 'id'>>;
export const onceSentSchema = z.object({ _id: text(), ...sentFields });
type SentDocument = z.infer<typeof onceSentSchema>;

const collectionOf = (db: Db): Collection<SentDocument> => db.collection('onceSent');

export function createIdempotency(db: Db): Idempotency {
  const collection = collectionOf(db);
  return {
    async keep({ id, ...sent }) {
      if (await insertNew(collection, checked(onceSentSchema, { _id: id, ...sent }))) return { id, ...sent };
      const found = await collection.findOne({ _id: id });
      if (found === null) return { id, ...sent };
      const { _id, ...kept } = found;
      return { id: _id, ...kept };
    },
  };
}

/** Forgets keys from before a time. */
export async function purgeOnceSent(db: Db, before: Date): Promise<number> {
  return (await collectionOf(db).deleteMany({ at: { $lt: before } })).deletedCount;
}
