import type { Db } from 'mongodb';
import type { Migration } from '../migrations.ts';

const BATCH = 500;

/**
 * Posts say how many quote them. Most are quoted by none; those that are quoted say that their counts may be wrong, so
 * that they are counted anew by the server itself.
 */
export const countQuotesInPosts: Migration = {
  id: 4,
  name: 'count-quotes-in-posts',
  async up(db: Db) {
    const posts = db.collection<{ _id: string }>('posts');
    const quoted = posts.aggregate<{ _id: string }>([
      { $match: { 'details.quote.post': { $exists: true } } },
      { $group: { _id: '$details.quote.post' } },
    ]);
    for await (const some of inBatches(quoted)) {
      // What says so already is counted anyway.
      const counted = { _id: { $in: some }, counts: { $exists: true }, uncounted: { $exists: false } };
      await posts.updateMany(counted, { $set: { uncounted: { by: 'quotes', from: new Date(0) } } });
    }
    const without = { counts: { $exists: true }, 'counts.quotes': { $exists: false } };
    await posts.updateMany(without, { $set: { 'counts.quotes': 0 } });
  },
};

async function* inBatches(found: AsyncIterable<{ readonly _id: string }>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { _id } of found) {
    batch.push(_id);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
