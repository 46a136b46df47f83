import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import { text } from './fields.ts';
import { upserting } from './writing.ts';

export const leaseSchema = z.object({
  /** What is held: work that one process at a time may do. */
  _id: text(),
  holder: text(),
  until: z.date(),
});
type LeaseDocument = z.infer<typeof leaseSchema>;

/** Work that only one process does at a time: whoever holds its lease. One that dies loses it with time. */
export interface Leases {
  /** Takes a lease that is free or over, or prolongs one's own; whether one holds it now. */
  take(name: string, holder: string, now: Date, leaseMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
  /** Frees all, for whoever knows that nobody else is there. */
  releaseAll(): Promise<void>;
}

export function createLeases(db: Db): Leases {
  const leases: Collection<LeaseDocument> = db.collection('leases');
  return {
    async take(_id, holder, now, leaseMs) {
      const mine = { _id, $or: [{ holder }, { until: { $lte: now } }] };
      const update = { $set: { holder, until: new Date(now.getTime() + leaseMs) } };
      return (await upserting(() => leases.updateOne(mine, update, { upsert: true }))) !== null;
    },
    async release(_id, holder) {
      await leases.deleteOne({ _id, holder });
    },
    async releaseAll() {
      await leases.deleteMany({});
    },
  };
}
