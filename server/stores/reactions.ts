import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Reaction, Reactions } from '../ports/posts.ts';
import { REACTION_KINDS } from '../ports/posts.ts';
import { checked, type FieldsOf, oneOf, text } from './fields.ts';
import { gatherWrites } from './gathering.ts';
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
type ReactionDocument = z.infer<typeof reactionSchema>;

/** A like and a dislike are one gesture, with two directions; each emoji is a gesture of its own. */
const idOf = ({ kind, actor, post, emoji }: Pick<Reaction, 'kind' | 'actor' | 'post' | 'emoji'>) =>
  `${kind === 'dislike' ? 'like' : kind} ${actor} ${post}${emoji === undefined ? '' : ` ${emoji}`}`;

const MOST_EMOJIS = 20;
const BARE = { projection: { _id: 0 } } as const;

export function createReactions(db: Db): Reactions {
  const reactions: Collection<ReactionDocument> = db.collection('reactions');
  const emojisOf = (post: PostIri) =>
    reactions
      .aggregate<{ emoji: string; count: number }>([
        { $match: { post, kind: 'emoji' } },
        { $group: { _id: '$emoji', count: { $sum: 1 } } },
        { $sort: { count: -1, _id: 1 } },
        { $limit: MOST_EMOJIS },
        { $project: { _id: 0, emoji: '$_id', count: 1 } },
      ])
      .toArray();
  const countOf = (post: PostIri, kind: Reaction['kind']) => reactions.countDocuments({ post, kind });
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
  return {
    async add(reaction) {
      await upsert(checked(reactionSchema, { _id: idOf(reaction), ...reaction }));
    },
    remove: (reaction) => reactions.findOneAndDelete({ _id: idOf(reaction), kind: reaction.kind }, BARE),
    removeByActivity: (actor, activity) => reactions.findOneAndDelete({ actor, activity }, BARE),
    async count(post) {
      const [likes, dislikes, shares, emojis] = await Promise.all([
        countOf(post, 'like'),
        countOf(post, 'dislike'),
        countOf(post, 'share'),
        emojisOf(post),
      ]);
      return { likes, dislikes, shares, emojis };
    },
    async tally(posts) {
      if (posts.length === 0) return new Map();
      const counts = reactions.aggregate<{ _id: { post: PostIri; kind: Reaction['kind'] }; n: number }>([
        { $match: { post: { $in: [...posts] }, kind: { $in: ['like', 'share'] } } },
        { $group: { _id: { post: '$post', kind: '$kind' }, n: { $sum: 1 } } },
      ]);
      const found = new Map<PostIri, { likes: number; shares: number }>();
      for await (const { _id, n } of counts) {
        const one = found.get(_id.post) ?? { likes: 0, shares: 0 };
        one[_id.kind === 'like' ? 'likes' : 'shares'] = n;
        found.set(_id.post, one);
      }
      return found;
    },
    async toAuthor(author, kind, stretch) {
      const hers = { author, kind, ...withinBy({ at: 'at', who: 'actor' }, stretch) };
      return inOrder(reactions.find(hers, { projection: { _id: 0 } }), stretch, 'at');
    },
    async sharesBy(actors, stretch) {
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
