import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { Deliveries, Parcel } from '../ports/federation.ts';
import { checked, count, list, text } from './fields.ts';
import { gatherReads, gatherWrites } from './gathering.ts';
import { newParcels } from './parcels.ts';
import { settleAlone, settleTogether } from './settling.ts';
import { insertMissing } from './writing.ts';

/** One activity to one inbox (`inbox`), or to several of one host (`inboxes`). */
export const deliverySchema = z.object({
  /** SHA-256 of the activity and the inboxes: enqueued twice, it is one delivery. */
  _id: text(),
  activity: text<ActivityIri>(),
  actor: text<ActorIri>(),
  host: text(),
  inbox: text().exactOptional(),
  /** Everyone it was made for; kept when it is done, so that the same thing sent again is known. */
  inboxes: list(text()).exactOptional(),
  /** Those of them that are not settled yet. */
  left: list(text()).exactOptional(),
  attempts: count,
  /** When it may be taken next; absent when it is done or given up. */
  nextAt: z.date().exactOptional(),
  /** The worker that holds it until then. */
  claim: text().exactOptional(),
  why: text().exactOptional(),
  /** When it was put back in the queue after it had been given up. */
  since: z.date().exactOptional(),
  doneAt: z.date().exactOptional(),
  deadAt: z.date().exactOptional(),
});
export type DeliveryDocument = z.infer<typeof deliverySchema>;

export const deliveryCollection = (db: Db): Collection<DeliveryDocument> => db.collection('deliveries');

type Ask = Parameters<Deliveries['claim']>[0];

/** Written at once when a post goes to very many hosts. */
const BATCH = 1000;
/** Looks at the queue before a claim makes do with what it has: each passes over the hosts that have their share. */
const MOST_LOOKS = 64;
/** A look ends after so many in a row of hosts that have theirs: the next one leaves those out. */
const LONGEST_RUN = 50;
const READ_AT_ONCE = 200;

/** What has been picked so far: documents by host, with how many deliveries they are. */
interface Basket {
  readonly hosts: Map<string, { readonly documents: DeliveryDocument[]; size: number }>;
  size: number;
}

/** Picks due parcels, the longest due first, so that no host's backlog hides the others'. */
async function pickDue(deliveries: Collection<DeliveryDocument>, ask: Ask): Promise<readonly DeliveryDocument[]> {
  const basket: Basket = { hosts: new Map(), size: 0 };
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (!(await look(deliveries, ask, basket))) break;
  }
  return [...basket.hosts.values()].flatMap(({ documents }) => documents);
}

/** Adds to what is picked; whether there may be more, of other hosts. */
async function look(deliveries: Collection<DeliveryDocument>, ask: Ask, basket: Basket): Promise<boolean> {
  const { now, limit, perHost, without } = ask;
  const others = [...basket.hosts].filter(([, { size }]) => size < perHost);
  const full = [...basket.hosts].filter(([, { size }]) => size >= perHost).map(([host]) => host);
  const picked = others.flatMap(([, { documents }]) => documents.map(({ _id }) => _id));
  const free = { nextAt: { $lte: now }, host: { $nin: [...without, ...full] }, _id: { $nin: picked } };
  const due = deliveries.find(free, { projection: { inboxes: 0 }, batchSize: READ_AT_ONCE }).sort({ nextAt: 1 });
  let run = 0;
  for await (const document of due) {
    const lane = basket.hosts.get(document.host) ?? { documents: [], size: 0 };
    run = lane.size >= perHost ? run + 1 : 0;
    if (run > LONGEST_RUN) return true;
    if (run > 0) continue;
    const size = document.left?.length ?? 1;
    lane.documents.push(document);
    lane.size += size;
    basket.hosts.set(document.host, lane);
    basket.size += size;
    if (basket.size >= limit) return false;
  }
  return false;
}

function toParcel(document: DeliveryDocument): Parcel {
  const { _id: id, activity, actor, host, inbox, left, attempts, since } = document;
  const alone = inbox !== undefined;
  const inboxes = alone ? [inbox] : (left ?? []);
  return { id, activity, actor, host, inboxes, alone, attempts, ...(since && { since }) };
}

/** Each of one in a parcel of its own counts as one; `left` says how many the others are. */
const SIZE = { $sum: { $size: { $ifNull: ['$left', [1]] } } };

export function createDeliveries(deliveries: Collection<DeliveryDocument>, wall: () => Date): Deliveries {
  /** The inboxes an activity is queued for already; activities sent at the same time are looked up together. */
  const queuedFor = gatherReads<ActivityIri, Set<string>>(async (activities) => {
    const found = new Map<ActivityIri, Set<string>>();
    const queued = deliveries.find(
      { activity: { $in: activities } },
      { projection: { activity: 1, inbox: 1, inboxes: 1 } },
    );
    for await (const { activity, inbox, inboxes } of queued) {
      const already = found.get(activity) ?? new Set();
      for (const one of inboxes ?? [inbox]) if (one !== undefined) already.add(one);
      found.set(activity, already);
    }
    return found;
  });
  const insert = gatherWrites<readonly DeliveryDocument[], void>(async (fanOuts) => {
    const waiting = fanOuts.flat().map((document) => checked(deliverySchema, document));
    for (let from = 0; from < waiting.length; from += BATCH) {
      await insertMissing(deliveries, waiting.slice(from, from + BATCH));
    }
    return fanOuts.map(() => undefined);
  });
  return {
    async enqueue(activity, actor, inboxes, now) {
      const already = await queuedFor(activity);
      const missing = new Set(inboxes.filter((inbox) => already?.has(inbox) !== true));
      await insert(newParcels({ activity, actor, inboxes: [...missing], now }));
    },
    async claim(ask) {
      const picked = await pickDue(deliveries, ask);
      if (picked.length === 0) return [];
      const ids = picked.map(({ _id }) => _id);
      const nextAt = new Date(ask.now.getTime() + ask.leaseMs);
      const claim = ask.by;
      // Guarded by the time: what another worker took in between is no longer due.
      const due = { _id: { $in: ids }, nextAt: { $lte: ask.now } };
      const { modifiedCount } = await deliveries.updateMany(due, { $set: { nextAt, claim } });
      if (modifiedCount === picked.length) return picked.map(toParcel);
      if (modifiedCount === 0) return [];
      return (await deliveries.find({ _id: { $in: ids }, claim, nextAt }).toArray()).map(toParcel);
    },
    async renew(parcels, by, until) {
      const held = { _id: { $in: [...parcels] }, claim: by, nextAt: { $exists: true } };
      const { matchedCount } = await deliveries.updateMany(held, { $set: { nextAt: until } });
      if (matchedCount === parcels.length) return [];
      const still = await deliveries.find(held, { projection: { _id: 1 } }).toArray();
      const ours = new Set(still.map(({ _id }) => _id));
      return parcels.filter((id) => !ours.has(id));
    },
    async settle(settled) {
      const alone = settled.filter(({ delivery }) => delivery.alone);
      const together = settled.filter(({ delivery }) => !delivery.alone);
      await settleTogether(deliveries, together, wall());
      await settleAlone(deliveries, alone, wall());
    },
    async postpone(hosts, by) {
      if (hosts.length === 0) return;
      const writes = hosts.map(({ host, until }) => ({
        updateMany: {
          // Our own lease may end after the pause: it is given back all the same, or nobody would have it in hand.
          filter: { host, $or: [{ claim: by }, { claim: { $exists: false }, nextAt: { $lt: until } }] },
          update: { $set: { nextAt: until }, $unset: { claim: 1 } } as const,
        },
      }));
      await deliveries.bulkWrite(writes, { ordered: false });
    },
    async counts() {
      const waiting = { nextAt: { $exists: true } };
      const [[sum], dead] = await Promise.all([
        deliveries.aggregate<{ n: number }>([{ $match: waiting }, { $group: { _id: null, n: SIZE } }]).toArray(),
        deliveries.countDocuments({ deadAt: { $exists: true } }),
      ]);
      return { waiting: sum?.n ?? 0, dead };
    },
  };
}

/** Forgets deliveries that were done before a time; what was given up stays for the operator. */
export async function purgeDeliveries(deliveries: Collection<DeliveryDocument>, before: Date): Promise<number> {
  return (await deliveries.deleteMany({ doneAt: { $lt: before } })).deletedCount;
}
