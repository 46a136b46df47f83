import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { CaptureAddresses } from '../ports/capture-addresses.ts';
import { count, text } from './fields.ts';
import { upserting } from './writing.ts';

/** What is ended stays, so that no address from before holds again. */
export const captureAddressSchema = z.object({ _id: text<PersonIri>(), epoch: count, on: z.boolean() });
type CaptureDocument = z.infer<typeof captureAddressSchema>;

export function createCaptureAddresses(db: Db): CaptureAddresses {
  const all: Collection<CaptureDocument> = db.collection('captureAddresses');
  return {
    async of(person) {
      return (await all.findOne({ _id: person, on: true }))?.epoch ?? null;
    },
    async renew(person) {
      const next = { $inc: { epoch: 1 }, $set: { on: true } };
      await upserting(() => all.updateOne({ _id: person }, next, { upsert: true }));
    },
    async end(person) {
      await all.updateOne({ _id: person }, { $set: { on: false } });
    },
    async forget(person) {
      await all.deleteOne({ _id: person });
    },
  };
}
