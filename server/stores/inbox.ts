import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { Inbox } from '../ports/federation.ts';
import { checked, count, text } from './fields.ts';
import { insertMissing } from './writing.ts';

export const receivedSchema = z.object({
  _id: text<ActivityIri>(),
  sender: text<ActorIri>(),
  /** Dropped when it is done; the id stays, so that nothing is done twice. */
  body: text().exactOptional(),
  receivedAt: z.date(),
  /** When it may be taken next; absent when it is done. */
  dueAt: z.date().exactOptional(),
  /** Keeps the order of arrival among what came in the same millisecond. */
  place: count,
  attempts: count,
  why: text().exactOptional(),
  doneAt: z.date().exactOptional(),
  outcome: text().exactOptional(),
});
export type ReceivedDocument = z.infer<typeof receivedSchema>;

export const receivedCollection = (db: Db): Collection<ReceivedDocument> => db.collection('received');

export function createInboxStore(received: Collection<ReceivedDocument>, wall: () => Date): Inbox {
  let place = 0;
  return {
    async accept(batch) {
      const dueAt = wall();
      const documents = batch.map(({ activity, sender, body, receivedAt }) => {
        place += 1;
        return checked(receivedSchema, { _id: activity, sender, body, receivedAt, dueAt, place, attempts: 0 });
      });
      return insertMissing(received, documents);
    },
    async claim(now, leaseMs, without = []) {
      const taken = await received.findOneAndUpdate(
        { dueAt: { $lte: now }, ...(without.length === 0 ? {} : { sender: { $nin: [...without] } }) },
        { $set: { dueAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } },
        { sort: { dueAt: 1, place: 1 }, returnDocument: 'after' },
      );
      if (taken === null) return null;
      const { _id: activity, sender, body = '', receivedAt, attempts } = taken;
      return { activity, sender, body, receivedAt, attempts: attempts - 1 };
    },
    async done(activity, outcome) {
      const update = { $set: { doneAt: wall(), outcome }, $unset: { body: 1, dueAt: 1, why: 1 } } as const;
      await received.updateOne({ _id: activity }, update);
    },
    async retry(activity, at, why) {
      await received.updateOne({ _id: activity, doneAt: { $exists: false } }, { $set: { dueAt: at, why } });
    },
    waiting: () => received.countDocuments({ dueAt: { $exists: true } }),
  };
}

/** Forgets what was done before a time. Kept for less than a day, an activity sent again would be carried out again. */
export async function purgeReceived(received: Collection<ReceivedDocument>, before: Date): Promise<number> {
  return (await received.deleteMany({ doneAt: { $lt: before } })).deletedCount;
}
