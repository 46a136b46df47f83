import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { Activities, Outgoing } from '../ports/federation.ts';
import { readsById } from './by-id.ts';
import { checked, type FieldsOf, text } from './fields.ts';
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
});
type ActivityDocument = z.infer<typeof activitySchema>;

const toOutgoing = ({ _id: iri, ...activity }: ActivityDocument): Outgoing => ({ iri, ...activity });

export function createActivities(db: Db): Activities {
  const activities: Collection<ActivityDocument> = db.collection('activities');
  const byId = readsById(activities);
  return {
    async keep({ iri, ...activity }) {
      await insertNew(activities, checked(activitySchema, { _id: iri, ...activity }));
    },
    async byIri(iri) {
      const found = await byId(iri);
      return found === null ? null : toOutgoing(found);
    },
    async outbox(actor, { before, limit }) {
      const range = before === undefined ? {} : { at: { $lt: before } };
      const page = activities.find({ actor, public: true, ...range }).sort({ at: -1, _id: -1 });
      return (await page.limit(limit).toArray()).map(toOutgoing);
    },
    countOutbox: (actor) => activities.countDocuments({ actor, public: true }),
  };
}
