import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { type QuietHours, usualQuietHours } from '../community/quiet-hours.ts';
import type { QuietHoursOf } from '../ports/quiet-hours.ts';
import { checked, count, type FieldsOf, text } from './fields.ts';
import { upserting } from './writing.ts';

export const quietHoursSchema = z.object({
  _id: text<PersonIri>(),
  on: z.boolean(),
  from: count,
  until: count,
  weekends: z.boolean(),
  zone: text(),
} satisfies FieldsOf<QuietHours & { _id: PersonIri }>);
type QuietHoursDocument = z.infer<typeof quietHoursSchema>;

/** @param zone where somebody is taken to be who has not said so */
export function createQuietHours(db: Db, zone: string): QuietHoursOf {
  const all: Collection<QuietHoursDocument> = db.collection('quietHours');
  return {
    async of(person) {
      const found = await all.findOne({ _id: person });
      if (found === null) return usualQuietHours(zone);
      const { _id, ...hours } = found;
      return hours;
    },
    async set(person, hours) {
      const document = checked(quietHoursSchema, { _id: person, ...hours });
      await upserting(() => all.replaceOne({ _id: person }, document, { upsert: true }));
    },
    async suggestZone(person, zone) {
      const { _id, ...usual } = checked(quietHoursSchema, { _id: person, ...usualQuietHours(zone) });
      await upserting(() => all.updateOne({ _id: person }, { $setOnInsert: usual }, { upsert: true }));
    },
    async forget(person) {
      await all.deleteOne({ _id: person });
    },
  };
}
