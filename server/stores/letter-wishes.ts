import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { LETTER_WAYS } from '../community/letters.ts';
import type { LetterWish, LetterWishes } from '../ports/letter-wishes.ts';
import { checked, count, type FieldsOf, oneOf, text } from './fields.ts';
import { upserting } from './writing.ts';

export const letterWishSchema = z.object({
  _id: text<PersonIri>(),
  way: oneOf(...LETTER_WAYS),
  since: z.date(),
  dueAt: z.date().exactOptional(),
  epoch: count,
} satisfies FieldsOf<Omit<LetterWish, 'person'> & { _id: PersonIri }>);
type LetterWishDocument = z.infer<typeof letterWishSchema>;

const read = ({ _id: person, ...wish }: LetterWishDocument): LetterWish => ({ person, ...wish });

export function createLetterWishes(db: Db): LetterWishes {
  const wishes: Collection<LetterWishDocument> = db.collection('letterWishes');
  return {
    async of(person) {
      const found = await wishes.findOne({ _id: person });
      return found === null ? null : read(found);
    },
    async set(person, way, { now, dueAt }) {
      const { _id, epoch, ...wish } = checked(letterWishSchema, {
        _id: person,
        way,
        since: now,
        epoch: 0,
        ...(dueAt === undefined ? {} : { dueAt }),
      });
      const gone = dueAt === undefined ? { $unset: { dueAt: 1 as const } } : {};
      const change = { $set: wish, $setOnInsert: { epoch }, ...gone };
      await upserting(() => wishes.updateOne({ _id }, change, { upsert: true }));
    },
    async due(now, limit) {
      const found = wishes.find({ dueAt: { $lte: now } }).sort({ dueAt: 1 });
      return (await found.limit(limit).toArray()).map(read);
    },
    async sent({ person, dueAt }, next) {
      if (dueAt !== undefined) await wishes.updateOne({ _id: person, dueAt }, { $set: next });
    },
    async putOff(person, { since, upTo, dueAt }) {
      await wishes.updateOne({ _id: person, since: upTo, dueAt: { $exists: true } }, { $set: { since, dueAt } });
    },
    async reschedule(person, dueAt) {
      await wishes.updateOne({ _id: person, dueAt: { $exists: true } }, { $set: { dueAt } });
    },
    async renew(person) {
      await wishes.updateOne({ _id: person }, { $inc: { epoch: 1 } });
    },
    async forget(person) {
      await wishes.deleteOne({ _id: person });
    },
  };
}
