import type { Collection, Db } from 'mongodb';
import type { Migration } from '../migrations.ts';

const BATCH = 500;

interface Post {
  readonly _id: string;
  readonly thread: string;
}

/** Writes into every post how many like it, have passed it on and have answered it. */
export const countInPosts: Migration = {
  id: 3,
  name: 'count-in-posts',
  async up(db: Db) {
    const posts: Collection<Post> = db.collection('posts');
    const waiting = { author: { $exists: true }, counts: { $exists: false }, uncounted: { $exists: false } };
    // In the order of ids, so that none is passed over again and again.
    for (let last = ''; ; ) {
      const some = await posts
        .find({ ...waiting, _id: { $gt: last } }, { projection: { thread: 1 } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      if (some.length === 0) return;
      last = some.at(-1)?._id ?? last;
      const [gestures, answers] = await Promise.all([gesturesOn(db, some), answersTo(posts, some)]);
      await posts.bulkWrite(
        some.map(({ _id }) => ({
          updateOne: {
            // Not one that was counted, or to which something was done, meanwhile.
            filter: { _id, counts: { $exists: false }, uncounted: { $exists: false } },
            update: {
              $set: {
                counts: {
                  likes: gestures.get(`like ${_id}`) ?? 0,
                  shares: gestures.get(`share ${_id}`) ?? 0,
                  replies: answers.get(_id) ?? 0,
                },
              },
            },
          },
        })),
        { ordered: false },
      );
    }
  },
};

async function gesturesOn(db: Db, posts: readonly Post[]): Promise<ReadonlyMap<string, number>> {
  const found = await db
    .collection('reactions')
    .aggregate<{ _id: { post: string; kind: string }; n: number }>([
      { $match: { post: { $in: posts.map(({ _id }) => _id) }, kind: { $in: ['like', 'share'] } } },
      { $group: { _id: { post: '$post', kind: '$kind' }, n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, n }) => [`${_id.kind} ${_id.post}`, n]));
}

async function answersTo(posts: Collection<Post>, some: readonly Post[]): Promise<ReadonlyMap<string, number>> {
  const found = await posts
    .aggregate<{ _id: string; n: number }>([
      {
        $match: {
          thread: { $in: [...new Set(some.map(({ thread }) => thread))] },
          inReplyTo: { $in: some.map(({ _id }) => _id) },
          deletedAt: { $exists: false },
          audience: 'public',
          'standing.state': 'visible',
        },
      },
      { $group: { _id: '$inReplyTo', n: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, n }) => [_id, n]));
}
