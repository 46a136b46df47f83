import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Reaction, ReactionCounts, Reactions } from '../ports/posts.ts';
import { REACTION_KINDS } from '../ports/posts.ts';
import { checked, type FieldsOf, oneOf, text } from './fields.ts';
import { gatherWrites } from './gathering.ts';
import { createRecentShares } from './recent-shares.ts';
import { inOrder, within, withinBy } from './stretch.ts';
import { insertNew, upserting } from './writing.ts';

const reactionFields = {
  actor: text<ActorIri>(),
  post: text<PostIri>(),
  kind: oneOf(...REACTION_KINDS),
  emoji: text().exactOptional(),
  activity: text(),
  author: text<ActorIri>().exactOptional(),
  at: z.date(),
} satisfies FieldsOf<Reaction>;

export const reactionSchema = z.object({
  /** `gesture actor post`: one document, however often it is sent. */
  _id: text(),
  ...reactionFields,
});
export type ReactionDocument = z.infer<typeof reactionSchema>;

/** A like and a dislike are one gesture, with two directions; each emoji is a gesture of its own. */
const idOf = ({ kind, actor, post, emoji }: Pick<Reaction, 'kind' | 'actor' | 'post' | 'emoji'>) =>
  `${kind === 'dislike' ? 'like' : kind} ${actor} ${post}${emoji === undefined ? '' : ` ${emoji}`}`;

const MOST_EMOJIS = 20;
const BARE = { projection: { _id: 0 } } as const;

interface CountedOnce {
  readonly _id: Pick<Reaction, 'post' | 'kind' | 'emoji'>;
  readonly count: number;
}

function countsOf(each: readonly CountedOnce[]): ReactionCounts {
  const of = (kind: Reaction['kind']) => each.find(({ _id }) => _id.kind === kind)?.count ?? 0;
  const emojis = each.flatMap(({ _id: { emoji }, count }) => (emoji === undefined ? [] : [{ emoji, count }]));
  const mostFirst = emojis.sort((a, b) => b.count - a.count || (a.emoji < b.emoji ? -1 : 1));
  return { likes: of('like'), dislikes: of('dislike'), shares: of('share'), emojis: mostFirst.slice(0, MOST_EMOJIS) };
}

export function createReactions(db: Db): Reactions {
  const reactions: Collection<ReactionDocument> = db.collection('reactions');
  /** Most are new, and adding is six times cheaper than looking whether they are. */
  async function upsert(document: ReactionDocument): Promise<void> {
    if (!(await insertNew(reactions, document))) await change(document);
  }
  /** Sent again, it is the later activity that an Undo will name. */
  const change = gatherWrites(async (documents: readonly ReactionDocument[]) => {
    const updates = documents.map(({ _id, at, ...fields }) => ({
      updateOne: { filter: { _id }, update: { $set: fields, $setOnInsert: { at } }, upsert: true },
    }));
    await upserting(() => reactions.bulkWrite(updates, { ordered: false }));
    return documents;
  });
  const recent = createRecentShares((limit) =>
    reactions.find({ kind: 'share' }, BARE).sort({ at: -1 }).limit(limit).toArray(),
  );
  async function counts(posts: readonly PostIri[]): Promise<ReadonlyMap<PostIri, ReactionCounts>> {
    if (posts.length === 0) return new Map();
    const found = reactions.aggregate<CountedOnce>([
      { $match: { post: { $in: [...posts] } } },
      { $group: { _id: { post: '$post', kind: '$kind', emoji: '$emoji' }, count: { $sum: 1 } } },
    ]);
    const byPost = Map.groupBy(await found.toArray(), ({ _id }) => _id.post);
    return new Map([...byPost].map(([post, each]) => [post, countsOf(each)]));
  }
  async function removed(which: Filter<ReactionDocument>): Promise<Reaction | null> {
    const found = await reactions.findOneAndDelete(which, BARE);
    if (found?.kind === 'share') recent.changed();
    return found;
  }
  return {
    async add(reaction) {
      await upsert(checked(reactionSchema, { _id: idOf(reaction), ...reaction }));
      if (reaction.kind === 'share') recent.changed();
    },
    remove: (reaction) => removed({ _id: idOf(reaction), kind: reaction.kind }),
    removeByActivity: (actor, activity) => removed({ actor, activity }),
    async count(post) {
      return (await counts([post])).get(post) ?? { likes: 0, dislikes: 0, shares: 0, emojis: [] };
    },
    counts,
    async toAuthor(author, kinds, stretch) {
      const hers = { author, kind: { $in: [...kinds] }, ...withinBy({ at: 'at', who: 'actor' }, stretch) };
      return inOrder(reactions.find(hers, { projection: { _id: 0 } }), stretch, 'at');
    },
    async sharesBy(actors, stretch) {
      const lately = await recent.by(actors, stretch);
      if (lately !== null) return lately;
      const theirs = { kind: 'share' as const, actor: { $in: [...actors] }, ...within('at', stretch) };
      return inOrder(reactions.find(theirs, { projection: { _id: 0 } }), stretch, 'at');
    },
    sharesAt: (at) => reactions.find({ kind: 'share', at }, { projection: { _id: 0 } }).toArray(),
    async stances(posts) {
      if (posts.length === 0) return [];
      const found = reactions.find(
        { post: { $in: [...posts] }, kind: { $in: ['like', 'dislike'] } },
        { projection: { _id: 0, actor: 1, post: 1, kind: 1 } },
      );
      return found.toArray();
    },
  };
}
