import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Reaction, Reactions } from '../ports/posts.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { upserting } from './writing.ts';

const reactionFields = {
  actor: text<ActorIri>(),
  post: text<PostIri>(),
  kind: z.literal(['like', 'share']),
  activity: text(),
  at: z.date(),
} satisfies FieldsOf<Reaction>;

export const reactionSchema = z.object({
  /** `kind actor post`: one document, however often it is sent. */
  _id: text(),
  ...reactionFields,
});
type ReactionDocument = z.infer<typeof reactionSchema>;

const idOf = ({ kind, actor, post }: Pick<Reaction, 'kind' | 'actor' | 'post'>) => `${kind} ${actor} ${post}`;

export function createReactions(db: Db): Reactions {
  const reactions: Collection<ReactionDocument> = db.collection('reactions');
  return {
    async add(reaction) {
      const { _id, at, ...fields } = checked(reactionSchema, { _id: idOf(reaction), ...reaction });
      // Sent again, it is the later activity that an Undo will name.
      const update = { $set: fields, $setOnInsert: { at } };
      await upserting(() => reactions.updateOne({ _id }, update, { upsert: true }));
    },
    async remove(actor, post, kind) {
      await reactions.deleteOne({ _id: idOf({ actor, post, kind }) });
    },
    async removeByActivity(actor, activity) {
      return (await reactions.deleteOne({ actor, activity })).deletedCount > 0;
    },
    async count(post) {
      const [likes, shares] = await Promise.all([
        reactions.countDocuments({ post, kind: 'like' }),
        reactions.countDocuments({ post, kind: 'share' }),
      ]);
      return { likes, shares };
    },
  };
}
