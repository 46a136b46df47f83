import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { DeliveryOutcome, Settled } from '../ports/federation.ts';
import type { DeliveryDocument } from './deliveries.ts';
import { parcelId } from './parcels.ts';
import { insertMissing } from './writing.ts';

type Writes = AnyBulkWriteOperation<DeliveryDocument>[];

/** Writes down what became of deliveries that have a document of their own: all that are done, in one update. */
export async function settleAlone(
  deliveries: Collection<DeliveryDocument>,
  settled: readonly Settled[],
  now: Date,
): Promise<void> {
  if (settled.length === 0) return;
  const done = settled.filter(({ outcome }) => outcome.is === 'done').map(({ delivery }) => delivery.parcel);
  const writes: Writes = [];
  if (done.length > 0) {
    const update = { $set: { doneAt: now }, $unset: { nextAt: 1, claim: 1, why: 1 } } as const;
    writes.push({ updateMany: { filter: { _id: { $in: done } }, update } });
  }
  for (const { delivery, outcome } of settled) {
    // What is done, by whomever, stays done.
    const filter = { _id: delivery.parcel, nextAt: { $exists: true } };
    if (outcome.is === 'retry') {
      const { at: nextAt, why } = outcome;
      const update = { $set: { nextAt, why }, $inc: { attempts: 1 }, $unset: { claim: 1 } } as const;
      writes.push({ updateOne: { filter, update } });
    } else if (outcome.is === 'dead') {
      const update = { $set: { deadAt: now, why: outcome.why }, $unset: { nextAt: 1, claim: 1 } } as const;
      writes.push({ updateOne: { filter, update } });
    }
  }
  await deliveries.bulkWrite(writes, { ordered: false });
}

/**
 * Writes down what became of deliveries that share a parcel. What is to be tried again, or was given up, gets a
 * document of its own first, and only then everything settled is taken out of its parcel: a stop in between repeats
 * a delivery and loses none.
 */
export async function settleTogether(
  deliveries: Collection<DeliveryDocument>,
  settled: readonly Settled[],
  now: Date,
): Promise<void> {
  if (settled.length === 0) return;
  await insertMissing(
    deliveries,
    settled.flatMap((one) => byItself(one, now)),
  );
  const writes: Writes = [];
  for (const [_id, some] of Map.groupBy(settled, ({ delivery }) => delivery.parcel)) {
    const gone = some.map(({ delivery }) => delivery.inbox);
    writes.push({ updateOne: { filter: { _id, nextAt: { $exists: true } }, update: takeOut(gone, now) } });
  }
  await deliveries.bulkWrite(writes, { ordered: false });
}

function byItself({ delivery, outcome }: Settled, now: Date): readonly DeliveryDocument[] {
  if (outcome.is === 'done') return [];
  const { activity, actor, inbox, host, attempts, since } = delivery;
  const next: Partial<DeliveryDocument> = standing(outcome, attempts, now);
  const _id = parcelId(activity, [inbox]);
  return [{ _id, activity, actor, host, inbox, attempts, ...next, ...(since && { since }) }];
}

function standing(outcome: Exclude<DeliveryOutcome, { is: 'done' }>, attempts: number, now: Date) {
  const { why } = outcome;
  return outcome.is === 'retry' ? { attempts: attempts + 1, nextAt: outcome.at, why } : { deadAt: now, why };
}

/** An update after which these are no longer left; when nobody is, the parcel is done. */
function takeOut(inboxes: readonly string[], now: Date) {
  const last = { $eq: [{ $size: '$left' }, 0] };
  return [
    { $set: { left: { $setDifference: ['$left', { $literal: inboxes }] } } },
    {
      $set: {
        doneAt: { $cond: [last, now, '$$REMOVE'] },
        nextAt: { $cond: [last, '$$REMOVE', '$nextAt'] },
        claim: { $cond: [last, '$$REMOVE', '$claim'] },
      },
    },
  ];
}
