import type { Collection, Document, OptionalUnlessRequiredId } from 'mongodb';
import { MongoBulkWriteError, MongoNetworkError, MongoServerError } from 'mongodb';
import { gatherWrites } from './gathering.ts';

export const DUPLICATE_KEY = 11000;

/** Whether a write failed because its key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * Adds a document; `false` when one with its key is there already, which stays as it is. Documents added to the same
 * collection at the same time go into one write.
 */
export function insertNew<Stored extends Document>(collection: Collection<Stored>, document: Stored): Promise<boolean> {
  let insert = inserts.get(collection);
  if (insert === undefined) {
    insert = gatherWrites((documents: readonly Document[]) => insertEach(collection, documents as readonly Stored[]));
    inserts.set(collection, insert);
  }
  return insert(document);
}

const inserts = new WeakMap<object, (document: Document) => Promise<boolean>>();

/** Adds documents in one write; which of them were added, as their keys were free. */
export async function insertEach<Stored extends Document>(
  collection: Collection<Stored>,
  documents: readonly Stored[],
): Promise<readonly boolean[]> {
  if (documents.length === 1) return [await insertAlone(collection, documents[0] as Stored)];
  const taken = new Set<number>();
  try {
    await collection.insertMany(documents as OptionalUnlessRequiredId<Stored>[], { ordered: false });
  } catch (error) {
    for (const index of duplicatesIn(error)) taken.add(index);
  }
  return documents.map((_, index) => !taken.has(index));
}

/** The driver does less for one document than for a bulk of one. */
async function insertAlone<Stored extends Document>(
  collection: Collection<Stored>,
  document: Stored,
): Promise<boolean> {
  try {
    await collection.insertOne(document as OptionalUnlessRequiredId<Stored>);
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}

/** The places of those whose key was taken. Throws whatever else went wrong. */
function duplicatesIn(error: unknown): readonly number[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  // The driver dresses a broken connection as this error too, without any failure: then nobody knows what was written.
  if (failures.length === 0) throw new MongoNetworkError(error.message, { cause: error });
  const lost = error.result.getWriteConcernError() !== undefined;
  if (lost || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return failures.map(({ index }) => index);
}

/** Adds those that are not there yet; how many there were. */
export async function insertMissing<Stored extends Document>(
  collection: Collection<Stored>,
  documents: readonly Stored[],
): Promise<number> {
  if (documents.length === 0) return 0;
  try {
    const added = await collection.insertMany(documents as OptionalUnlessRequiredId<Stored>[], { ordered: false });
    return added.insertedCount;
  } catch (error) {
    return documents.length - duplicatesIn(error).length;
  }
}

/**
 * Carries out an upsert again when another one came in between: MongoDB answers the slower of two with a duplicate
 * key. `null` when the key is still there the second time: the document exists, and the filter excludes it.
 */
export async function upserting<Answer>(write: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/** Values for a `$set` stage of an update pipeline, so that a text that begins with `$` stays a text. */
export function literally(values: Readonly<Record<string, unknown>>): Document {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, { $literal: value }]),
  );
}
