import type { Collection, Db } from 'mongodb';
import type { Changes } from '../ports/changes.ts';

const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'bulkWrite',
] as const;

/**
 * The same database, whose collections count what is written through them: no store can forget to. A write counts when
 * it has been answered, also with an error, after which nobody knows; a claim that found nothing wrote nothing.
 */
export function countingWrites(db: Db): { readonly db: Db; readonly changes: Changes } {
  const counts = new Map<string, number>();
  const collection = (name: string): Collection => counted(db.collection(name), () => count(name));
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    db: Object.create(db, { collection: { value: collection } }),
    changes: { of: (nouns) => nouns.reduce((sum, noun) => sum + (counts.get(noun) ?? 0), 0) },
  };
}

function counted(collection: Collection, count: () => void): Collection {
  for (const verb of WRITES) {
    const write = collection[verb].bind(collection) as (...parts: unknown[]) => Promise<unknown>;
    const writeAndCount = async (...parts: unknown[]) => {
      let answer: unknown;
      try {
        answer = await write(...parts);
        return answer;
      } finally {
        if (answer !== null) count();
      }
    };
    Object.defineProperty(collection, verb, { value: writeAndCount });
  }
  return collection;
}
