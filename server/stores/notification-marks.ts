import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { NotificationMarks } from '../ports/notification-marks.ts';
import { list, text } from './fields.ts';
import { upserting } from './writing.ts';

export const notificationMarksSchema = z.object({
  /** Whose they are. */
  _id: text<PersonIri>(),
  clearedBefore: z.date().exactOptional(),
  dismissed: list(text()).exactOptional(),
});
type MarksDocument = z.infer<typeof notificationMarksSchema>;

/** Of those put away one by one the latest so many are kept: whoever has more to put away clears everything. */
const MOST_DISMISSED = 500;

export function createNotificationMarks(db: Db): NotificationMarks {
  const marks: Collection<MarksDocument> = db.collection('notificationMarks');
  return {
    async of(person) {
      const { clearedBefore, dismissed = [] } = (await marks.findOne({ _id: person })) ?? {};
      return { dismissed: new Set(dismissed), ...(clearedBefore === undefined ? {} : { clearedBefore }) };
    },
    async clear(person, at) {
      const change = { $set: { clearedBefore: at }, $unset: { dismissed: 1 } } as const;
      await upserting(() => marks.updateOne({ _id: person }, change, { upsert: true }));
    },
    async forget(person) {
      await marks.deleteOne({ _id: person });
    },
    async dismiss(person, number) {
      const change = { $push: { dismissed: { $each: [number], $slice: -MOST_DISMISSED } } };
      await upserting(() => marks.updateOne({ _id: person }, change as object, { upsert: true }));
    },
  };
}
