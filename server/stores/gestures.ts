import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Gesture, GestureEffect, Gestures, Stance } from '../ports/gestures.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { otherEffects } from './pending.ts';
import { inOrder, within } from './stretch.ts';
import { literally, upserting } from './writing.ts';

const gestureFields = {
  actor: text<PersonIri>(),
  post: text<PostIri>(),
  kind: oneOf('like', 'dislike', 'share'),
  activity: text<ActivityIri>(),
  at: z.date(),
  takenBackAt: z.date().exactOptional(),
  replaces: z.object({ kind: oneOf('like', 'dislike'), activity: text<ActivityIri>() }).exactOptional(),
} satisfies FieldsOf<Gesture>;

export const gestureSchema = z.object({
  /** `actor post` of a like or dislike, `share actor post` of a boost: one per pair. */
  _id: text(),
  ...gestureFields,
  ...pendingFields,
});
type GestureDocument = z.infer<typeof gestureSchema>;

export const gestureCollection = (db: Db): Collection<GestureDocument> => db.collection('gestures');

function toGesture(document: GestureDocument): Gesture {
  const { actor, post, kind, activity, at, takenBackAt, replaces } = document;
  return {
    actor,
    post,
    kind,
    activity,
    at,
    ...(takenBackAt === undefined ? {} : { takenBackAt }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

export const toGestureWork = (document: GestureDocument) => ({
  gesture: toGesture(document),
  effects: (document.pending ?? []) as readonly GestureEffect[],
});

export function createGestures(gestures: Collection<GestureDocument>, wall: () => Date): Gestures {
  const idOf = (actor: PersonIri, post: PostIri) => `${actor} ${post}`;
  const shareId = (actor: PersonIri, post: PostIri) => `share ${idOf(actor, post)}`;
  const one = async (_id: string) => {
    const found = await gestures.findOne({ _id });
    return found === null ? null : toGesture(found);
  };
  return {
    get: (actor, post) => one(idOf(actor, post)),
    shareOf: (actor, post) => one(shareId(actor, post)),
    async byActivity(activity) {
      const found = await gestures.findOne({ activity });
      return found === null ? null : toGesture(found);
    },
    async by(actor, posts) {
      const ids = posts.flatMap((post) => [idOf(actor, post), shareId(actor, post)]);
      const found = await gestures.find({ _id: { $in: ids }, takenBackAt: { $exists: false } }).toArray();
      const done = new Map<PostIri, { stance?: Stance; shared: boolean }>();
      for (const { post, kind } of found) {
        const one = done.get(post) ?? { shared: false };
        done.set(post, kind === 'share' ? { ...one, shared: true } : { ...one, stance: kind });
      }
      return done;
    },
    async liked(actor, stretch) {
      const liked = { actor, kind: 'like' as const, takenBackAt: { $exists: false }, ...within('at', stretch) };
      return (await inOrder(gestures.find(liked), stretch, 'at', '_id')).map(toGesture);
    },
    async put(gesture, pending) {
      const id = gesture.kind === 'share' ? shareId : idOf;
      const { _id, ...fields } = checked(gestureSchema, { _id: id(gesture.actor, gesture.post), ...gesture });
      const over = (['takenBackAt', 'replaces'] as const).filter((name) => gesture[name] === undefined);
      const gone = over.length === 0 ? [] : [{ $unset: over }];
      const update = [{ $set: literally(fields) }, ...gone, ...otherEffects(pending, wall())];
      await upserting(() => gestures.updateOne({ _id }, update, { upsert: true }));
    },
  };
}
