import { createHash, randomUUID } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { Deliveries, Delivery } from '../ports/federation.ts';
import { checked, count, text } from './fields.ts';
import { insertMissing } from './writing.ts';

export const deliverySchema = z.object({
  /** SHA-256 of the activity and the inbox: enqueued twice, it is one delivery. */
  _id: text(),
  activity: text<ActivityIri>(),
  actor: text<ActorIri>(),
  inbox: text(),
  host: text(),
  attempts: count,
  /** When it may be taken next; absent when it is done or given up. */
  nextAt: z.date().exactOptional(),
  /** The claim that holds it. */
  claim: text().exactOptional(),
  why: text().exactOptional(),
  doneAt: z.date().exactOptional(),
  deadAt: z.date().exactOptional(),
});
export type DeliveryDocument = z.infer<typeof deliverySchema>;

export const deliveryCollection = (db: Db): Collection<DeliveryDocument> => db.collection('deliveries');

type Ask = Parameters<Deliveries['claim']>[0];

/** Written at once when a post goes to very many inboxes. */
const BATCH = 1000;
/** Looks at the queue before a claim makes do with what it has: each passes over the hosts that have their share. */
const MOST_LOOKS = 4;
const SMALLEST_LOOK = 200;

/** Picks due deliveries, the longest due first, so that no host's backlog hides the others'. */
async function pickDue(deliveries: Collection<DeliveryDocument>, { now, limit, perHost, without }: Ask) {
  const picked: string[] = [];
  const lanes = new Map<string, number>();
  const size = Math.max(SMALLEST_LOOK, limit * 2);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const full = [...lanes].filter(([, taken]) => taken >= perHost).map(([host]) => host);
    const due = await deliveries
      .find(
        { nextAt: { $lte: now }, host: { $nin: [...without, ...full] }, _id: { $nin: picked } },
        { projection: { host: 1 } },
      )
      .sort({ nextAt: 1 })
      .limit(size)
      .toArray();
    for (const { _id, host } of due) {
      const taken = lanes.get(host) ?? 0;
      if (taken >= perHost || picked.length >= limit) continue;
      lanes.set(host, taken + 1);
      picked.push(_id);
    }
    if (due.length < size || picked.length >= limit) break;
  }
  return picked;
}

function toDelivery({ _id: id, activity, actor, inbox, host, attempts }: DeliveryDocument): Delivery {
  return { id, activity, actor, inbox, host, attempts };
}

export function createDeliveries(deliveries: Collection<DeliveryDocument>, wall: () => Date): Deliveries {
  return {
    async enqueue(activity, actor, inboxes, now) {
      const waiting = [...new Set(inboxes)].map((inbox) => {
        const _id = createHash('sha256').update(`${activity}\n${inbox}`).digest('base64url');
        const { host } = new URL(inbox);
        return checked(deliverySchema, { _id, activity, actor, inbox, host, attempts: 0, nextAt: now });
      });
      for (let from = 0; from < waiting.length; from += BATCH) {
        await insertMissing(deliveries, waiting.slice(from, from + BATCH));
      }
    },
    async claim(ask) {
      const picked = await pickDue(deliveries, ask);
      if (picked.length === 0) return [];
      const claim = randomUUID();
      const nextAt = new Date(ask.now.getTime() + ask.leaseMs);
      // Guarded by the time: what another worker took in between is no longer due.
      const due = { _id: { $in: picked }, nextAt: { $lte: ask.now } };
      const { modifiedCount } = await deliveries.updateMany(due, { $set: { nextAt, claim } });
      if (modifiedCount === 0) return [];
      return (await deliveries.find({ _id: { $in: picked }, claim }).toArray()).map(toDelivery);
    },
    async done(id) {
      await deliveries.updateOne({ _id: id }, { $set: { doneAt: wall() }, $unset: { nextAt: 1, claim: 1, why: 1 } });
    },
    async retry(id, at, why) {
      const update = { $set: { nextAt: at, why }, $inc: { attempts: 1 }, $unset: { claim: 1 } } as const;
      await deliveries.updateOne({ _id: id, nextAt: { $exists: true } }, update);
    },
    async dead(id, why) {
      await deliveries.updateOne({ _id: id }, { $set: { deadAt: wall(), why }, $unset: { nextAt: 1, claim: 1 } });
    },
    async counts() {
      const [waiting, dead] = await Promise.all([
        deliveries.countDocuments({ nextAt: { $exists: true } }),
        deliveries.countDocuments({ deadAt: { $exists: true } }),
      ]);
      return { waiting, dead };
    },
  };
}

/** Forgets deliveries that were done before a time; what was given up stays for the operator. */
export async function purgeDeliveries(deliveries: Collection<DeliveryDocument>, before: Date): Promise<number> {
  return (await deliveries.deleteMany({ doneAt: { $lt: before } })).deletedCount;
}
