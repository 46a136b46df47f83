import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { Inbox, Waiting } from '../ports/federation.ts';
import { checked, count, text } from './fields.ts';
import { gatherWrites } from './gathering.ts';
import type { Leases } from './leases.ts';
import { insertMissing } from './writing.ts';

export const receivedSchema = z.object({
  _id: text<ActivityIri>(),
  sender: text<ActorIri>(),
  /** Dropped when it is done; the id stays, so that nothing is done twice. */
  body: text().exactOptional(),
  synchronisation: text().exactOptional(),
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

/** What is dropped of an activity that is done. */
const OVER = { body: 1, synchronisation: 1, dueAt: 1, why: 1 } as const;
const UNDONE = 'undone';

/** The name of the lease under which one worker alone carries out what came in. */
const LEASE = 'inbox';

export function createInboxStore(
  received: Collection<ReceivedDocument>,
  { leases, wall }: { readonly leases: Leases; readonly wall: () => Date },
): Inbox {
  let place = 0;
  const markDone = gatherWrites(async (done: readonly { activity: ActivityIri; outcome: string }[]) => {
    const doneAt = wall();
    for (const [outcome, some] of Map.groupBy(done, (one) => one.outcome)) {
      const _id = { $in: some.map(({ activity }) => activity) };
      await received.updateMany({ _id }, { $set: { doneAt, outcome }, $unset: OVER });
    }
    return done;
  });
  return {
    async accept(batch) {
      const dueAt = wall();
      const documents = batch.map(({ activity, ...received }) => {
        place += 1;
        return checked(receivedSchema, { _id: activity, ...received, dueAt, place, attempts: 0 });
      });
      return insertMissing(received, documents);
    },
    async undo({ activity: _id, sender, receivedAt }) {
      const doneAt = wall();
      const done = { doneAt, outcome: UNDONE };
      await insertMissing(received, [
        checked(receivedSchema, { _id, sender, receivedAt, place, attempts: 0, ...done }),
      ]);
      await received.updateOne({ _id, sender, doneAt: { $exists: false } }, { $set: done, $unset: OVER });
    },
    lead: (worker, now, leaseMs) => leases.take(LEASE, worker, now, leaseMs),
    letGo: (worker) => leases.release(LEASE, worker),
    async due(now, { from, limit }) {
      const range = from === undefined ? { $lte: now } : { $gte: from, $lte: now };
      const found = await received.find({ dueAt: range }).sort({ dueAt: 1, place: 1 }).limit(limit).toArray();
      return found.map(toWaiting);
    },
    async done(activity, outcome) {
      await markDone({ activity, outcome });
    },
    async retry(activity, at, why) {
      const update = { $set: { dueAt: at, why }, $inc: { attempts: 1 } } as const;
      await received.updateOne({ _id: activity, doneAt: { $exists: false } }, update);
    },
    waiting: () => received.countDocuments({ dueAt: { $exists: true } }),
  };
}

function toWaiting(document: ReceivedDocument): Waiting {
  const { _id: activity, sender, body = '', receivedAt, dueAt = receivedAt, attempts, synchronisation } = document;
  const said = synchronisation === undefined ? {} : { synchronisation };
  return { activity, sender, body, receivedAt, dueAt, attempts, ...said };
}

/** Forgets what was done before a time. Kept for less than a day, an activity sent again would be carried out again. */
export async function purgeReceived(received: Collection<ReceivedDocument>, before: Date): Promise<number> {
  return (await received.deleteMany({ doneAt: { $lt: before } })).deletedCount;
}
