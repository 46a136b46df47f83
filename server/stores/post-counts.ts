import { randomBytes } from 'node:crypto';
import type { Collection, Db, Document } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { CountedWrites, PostCounting, PostCounts } from '../ports/post-counts.ts';
import { count, text } from './fields.ts';
import { gatherWrites } from './gathering.ts';
import type { ReactionDocument } from './reactions.ts';
import { EVERYBODY, NOT_DELETED } from './seen-by.ts';

export const countsSchema = z.object({ likes: count, shares: count, replies: count, quotes: count });

/** What is said in a post before something is done to it that counts, and after. */
export const uncountedSchema = z.object({
  /** Another one each time, so that whoever counts sees that it was said again meanwhile. */
  by: text(),
  /** From when on it can be counted: while it is being written it cannot, until whoever writes must be gone. */
  from: z.date(),
  /** Who is writing. */
  open: text().exactOptional(),
});

export const NO_COUNTS: PostCounts = { likes: 0, shares: 0, replies: 0, quotes: 0 };

interface CountedDocument {
  readonly _id: PostIri;
  readonly thread?: PostIri;
  readonly author?: ActorIri;
  readonly counts?: PostCounts;
  readonly uncounted?: z.infer<typeof uncountedSchema>;
}

type Asked = Pick<CountedDocument, '_id' | 'thread' | 'author'>;

/** What a post's own document said when it was read. */
const asRead = new WeakMap<Post, PostCounts>();

/** Remembers how often something was done to a post, where its document knows. */
export function readCounts(post: Post, { counts, uncounted }: Pick<CountedDocument, 'counts' | 'uncounted'>): Post {
  // A server of an earlier version that still runs counts no quotes.
  if (counts?.quotes !== undefined && uncounted === undefined) asRead.set(post, counts);
  return post;
}

/** Longer than any write takes: after that, whoever began it has stopped in the middle. */
const LONGEST_WRITE_MS = 10_000;
const MOST_AT_ONCE = 200;
/** What is said beside a write is as durable as the write that comes after it. */
const BESIDE = { writeConcern: { w: 1, journal: false } } as const;
const newMark = (): string => randomBytes(9).toString('base64url');

/** Of a post that came from elsewhere: others may have answered it before it came. */
export const notCounted = (now: Date) => ({ uncounted: { by: newMark(), from: now } });

export function createPostCounts(db: Db, wall: () => Date): PostCounting & CountedWrites {
  // Not by way of what counts writes: for other servers a post is the same as before.
  const posts: Collection<CountedDocument> = db.collection('posts');
  const reactions: Collection<ReactionDocument> = db.collection('reactions');

  const say = gatherWrites<{ readonly iris: readonly PostIri[]; readonly mark: Document }, void>(async (marks) => {
    const updates = marks.flatMap(({ iris, mark }) =>
      iris.map((_id) => ({ updateOne: { filter: { _id }, update: [{ $set: { uncounted: mark } }] } })),
    );
    await posts.bulkWrite(updates, BESIDE);
    return marks.map(() => undefined);
  });

  async function counted(asked: readonly Asked[]): Promise<Map<PostIri, PostCounts>> {
    const [gestures, answers, quotes] = await Promise.all([
      gesturesOn(
        reactions,
        asked.map(({ _id }) => _id),
      ),
      answersTo(posts, asked),
      quotesOf(posts, asked),
    ]);
    return new Map(
      asked.map(({ _id }) => [
        _id,
        { ...NO_COUNTS, ...gestures.get(_id), replies: answers.get(_id) ?? 0, quotes: quotes.get(_id) ?? 0 },
      ]),
    );
  }

  return {
    async of(asked) {
      const missing = asked.filter((post) => !asRead.has(post));
      const found = await counted(missing.map(({ iri, thread, author }) => ({ _id: iri, thread, author })));
      return (post) => asRead.get(post) ?? found.get(post.iri) ?? NO_COUNTS;
    },
    async around(iris, write) {
      if (iris.length === 0) return write();
      const open = newMark();
      const until = new Date(wall().getTime() + LONGEST_WRITE_MS);
      await say({ iris, mark: { by: open, from: until, open } });
      try {
        return await write();
      } finally {
        // While another one is being written it is not to be counted yet.
        const isOver = { $or: [{ $eq: ['$uncounted.open', open] }, { $lte: ['$uncounted.open', null] }] };
        const [from, still] = [
          { $cond: [isOver, wall(), '$uncounted.from'] },
          { $cond: [isOver, '$$REMOVE', '$uncounted.open'] },
        ];
        // Where this cannot be said, it is counted when whoever began must be gone.
        await say({ iris, mark: { by: newMark(), from, open: still } }).catch(() => {});
      }
    },
    async countAnew() {
      const due = posts.find(
        { 'uncounted.from': { $lte: wall() } },
        { projection: { thread: 1, author: 1, uncounted: 1 } },
      );
      const some = await due.limit(MOST_AT_ONCE).toArray();
      if (some.length === 0) return 0;
      const found = await counted(some);
      const updates = some.map(({ _id, uncounted }) => ({
        updateOne: {
          // Something was done to it meanwhile: it is counted again.
          filter: { _id, 'uncounted.by': uncounted?.by },
          update: { $set: { counts: found.get(_id) ?? NO_COUNTS }, $unset: { uncounted: 1 } },
        },
      }));
      await posts.bulkWrite(updates as never, { ordered: false, ...BESIDE });
      return some.length;
    },
  };
}

/** How many like each of some posts, and have passed it on. */
async function gesturesOn(
  reactions: Collection<ReactionDocument>,
  posts: readonly PostIri[],
): Promise<Map<PostIri, Pick<PostCounts, 'likes' | 'shares'>>> {
  const found = new Map<PostIri, { likes: number; shares: number }>();
  if (posts.length === 0) return found;
  const counts = reactions.aggregate<{ _id: { post: PostIri; kind: 'like' | 'share' }; n: number }>([
    { $match: { post: { $in: [...posts] }, kind: { $in: ['like', 'share'] } } },
    { $group: { _id: { post: '$post', kind: '$kind' }, n: { $sum: 1 } } },
  ]);
  for await (const { _id, n } of counts) {
    const one = found.get(_id.post) ?? { likes: 0, shares: 0 };
    found.set(_id.post, { ...one, [_id.kind === 'like' ? 'likes' : 'shares']: n });
  }
  return found;
}

/** How many answers each of some posts has that everybody may see. */
async function answersTo(posts: Collection<CountedDocument>, asked: readonly Asked[]): Promise<Map<PostIri, number>> {
  const threads = [...new Set(asked.flatMap(({ thread }) => thread ?? []))];
  if (threads.length === 0) return new Map();
  const answers: Document = {
    thread: { $in: threads },
    inReplyTo: { $in: asked.map(({ _id }) => _id) },
    ...NOT_DELETED,
    ...EVERYBODY,
  };
  const counts = posts.aggregate<{ _id: PostIri; count: number }>([
    { $match: answers },
    { $group: { _id: '$inReplyTo', count: { $sum: 1 } } },
  ]);
  return new Map((await counts.toArray()).map(({ _id, count }) => [_id, count]));
}

/** How many posts that everybody may see quote each of some posts by leave of its author, or are by her herself. */
async function quotesOf(posts: Collection<CountedDocument>, asked: readonly Asked[]): Promise<Map<PostIri, number>> {
  if (asked.length === 0) return new Map();
  const byLeave = { 'quoteApproval.takenBack': { $exists: false }, 'quoteApproval.by': { $exists: true } };
  const byHerself = asked.map(({ _id, author }) => ({ 'details.quote.post': _id, author }));
  const quoting: Document = {
    'details.quote.post': { $in: asked.map(({ _id }) => _id) },
    ...NOT_DELETED,
    ...EVERYBODY,
    $or: [byLeave, ...byHerself],
  };
  const counts = posts.aggregate<{ _id: PostIri; count: number }>([
    { $match: quoting },
    { $group: { _id: '$details.quote.post', count: { $sum: 1 } } },
  ]);
  return new Map((await counts.toArray()).map(({ _id, count }) => [_id, count]));
}
