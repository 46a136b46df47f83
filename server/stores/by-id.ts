import type { Collection, Filter } from 'mongodb';
import { gatherReads } from './gathering.ts';

/** Documents by their id, many in one reading; each caller may change nothing in what it gets. */
export function readsById<Stored extends { readonly _id: string }>(
  collection: Collection<Stored>,
): (id: string) => Promise<Stored | null> {
  const read = gatherReads<string, Stored>(async (ids) => {
    const [only] = ids;
    const filter = { _id: ids.length === 1 ? only : { $in: ids } } as unknown as Filter<Stored>;
    // One more than there can be, or the database does not know that these are all, and is asked again.
    const found = (await collection
      .find(filter)
      .batchSize(ids.length + 1)
      .toArray()) as unknown as Stored[];
    return new Map(found.map((document) => [document._id, document]));
  });
  return async (id) => (await read(id)) ?? null;
}
