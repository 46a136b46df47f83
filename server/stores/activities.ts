import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri, CommunityIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Activities, OutboxPlace, Outgoing } from '../ports/federation.ts';
import { readsById } from './by-id.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { postCollection } from './posts.ts';
import { insertNew } from './writing.ts';

const activityFields = {
  actor: text<ActorIri>(),
  type: text(),
  object: text().exactOptional(),
  body: text(),
  public: z.boolean(),
  at: z.date(),
} satisfies FieldsOf<Omit<Outgoing, 'iri'>>;

export const activitySchema = z.object({
  _id: text<ActivityIri>(),
  ...activityFields,
  /** The body of what is not public: letters hold links, and whoever has one can act in its reader's name. */
  sealed: z.literal(true).exactOptional(),
});
type ActivityDocument = z.infer<typeof activitySchema>;

function toOutgoing({ _id: iri, sealed, ...activity }: ActivityDocument, sealer: Sealer): Outgoing {
  return { iri, ...activity, ...(sealed === true && { body: sealer.unseal(activity.body, iri) }) };
}

/** The first condition is what the index is read by. */
function olderThan(place: OutboxPlace | undefined): Filter<ActivityDocument> {
  if (place === undefined) return {};
  const { at, iri } = place;
  return iri === undefined
    ? { at: { $lt: at } }
    : { at: { $lte: at }, $or: [{ at: { $lt: at } }, { _id: { $lt: iri } }] };
}

export function createActivities(db: Db, sealer: Sealer): Activities {
  const activities: Collection<ActivityDocument> = db.collection('activities');
  const byId = readsById(activities);
  return {
    async keep({ iri, ...activity }) {
      const body = activity.public ? {} : { body: sealer.seal(activity.body, iri), sealed: true as const };
      await insertNew(activities, checked(activitySchema, { _id: iri, ...activity, ...body }));
    },
    async byIri(iri) {
      const found = await byId(iri);
      return found === null ? null : toOutgoing(found, sealer);
    },
    async withdraw(activity) {
      await activities.deleteOne({ _id: activity });
    },
    async forget(object) {
      await activities.deleteMany({ object });
    },
    async forgetEach(actor, isGone) {
      for await (const sent of activities.find({ actor })) {
        if (isGone(toOutgoing(sent, sealer).body)) await activities.deleteOne({ _id: sent._id });
      }
    },
    async outbox(actor, { before, limit }) {
      const page = activities.find({ actor, public: true, ...olderThan(before) }).sort({ at: -1, _id: -1 });
      return (await page.limit(limit).toArray()).map((document) => toOutgoing(document, sealer));
    },
    async countOutbox(actor) {
      const gone = { deletedAt: { $exists: true } };
      const posts = postCollection(db).find({
        $or: [
          { author: actor, ...gone },
          { community: actor as CommunityIri, ...gone },
        ],
      });
      const deleted = await posts.project<{ _id: string; activity: string }>({ activity: 1 }).toArray();
      // A community announces the Create of a post as well as the post itself.
      const object = { $in: deleted.flatMap(({ _id, activity }) => [_id, activity]) };
      const hidden = deleted.length === 0 ? {} : { $nor: [{ object, type: { $ne: 'Delete' } }] };
      return activities.countDocuments({ actor, public: true, ...hidden });
    },
  };
}
