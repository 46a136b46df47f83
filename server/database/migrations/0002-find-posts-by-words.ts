import type { Db } from 'mongodb';
import type { Post } from '../../community/post.ts';
import { searchKeysOf } from '../../community/search/words.ts';
import type { Migration } from '../migrations.ts';

const BATCH = 500;

/** Gives every post the keys by which it is found. */
export const findPostsByWords: Migration = {
  id: 2,
  name: 'find-posts-by-words',
  async up(db: Db) {
    const posts = db.collection<Post & { _id: string; words?: readonly number[] }>('posts');
    const waiting = { words: { $exists: false }, html: { $exists: true } };
    // In the order of ids, so that none is passed over again and again.
    for (let last = ''; ; ) {
      const some = await posts
        .find({ ...waiting, _id: { $gt: last } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      if (some.length === 0) return;
      last = some.at(-1)?._id ?? last;
      await posts.bulkWrite(
        some.map((post) => ({
          // Not one that was changed or deleted meanwhile by a server that still runs.
          updateOne: { filter: { _id: post._id, html: post.html }, update: { $set: { words: searchKeysOf(post) } } },
        })),
        { ordered: false },
      );
    }
  },
};
