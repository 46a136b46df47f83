import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri, PostIri } from '../community/ids.ts';
import type { QuoteLeave } from '../community/quote.ts';
import { hostOf } from '../community/unwanted.ts';
import type { QuoteLeaveEffect, QuoteLeaves } from '../ports/quote-leaves.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { otherEffects } from './pending.ts';
import { inOrder, withinBy } from './stretch.ts';
import { literally, upserting } from './writing.ts';

const leaveFields = {
  quoting: text<PostIri>(),
  quoted: text<PostIri>(),
  author: text<ActorIri>(),
  quoter: text<ActorIri>(),
  request: text<ActivityIri>().exactOptional(),
  answer: oneOf('accepted', 'rejected'),
  at: z.date(),
  takenBackAt: z.date().exactOptional(),
} satisfies FieldsOf<Omit<QuoteLeave, 'stamp'>>;

export const quoteLeaveSchema = z.object({
  /** The stamp: one per pair of posts. */
  _id: text(),
  /** Of whoever quotes. */
  host: text(),
  ...leaveFields,
  ...pendingFields,
});
type LeaveDocument = z.infer<typeof quoteLeaveSchema>;

export const quoteLeaveCollection = (db: Db): Collection<LeaveDocument> => db.collection('quoteLeaves');

function toLeave({ _id: stamp, quoting, quoted, author, quoter, answer, at, request, takenBackAt }: LeaveDocument) {
  const leave: QuoteLeave = { stamp, quoting, quoted, author, quoter, answer, at };
  return {
    ...leave,
    ...(request === undefined ? {} : { request }),
    ...(takenBackAt === undefined ? {} : { takenBackAt }),
  };
}

export const toQuoteLeaveWork = (document: LeaveDocument) => ({
  leave: toLeave(document),
  effects: (document.pending ?? []) as readonly QuoteLeaveEffect[],
});

const STANDS = { answer: 'accepted', takenBackAt: { $exists: false } } as const;

export function createQuoteLeaves(leaves: Collection<LeaveDocument>, wall: () => Date): QuoteLeaves {
  const standing = async (filter: Filter<LeaveDocument>) => (await leaves.find(filter).toArray()).map(toLeave);
  return {
    async byStamp(stamp) {
      const found = await leaves.findOne({ _id: stamp });
      return found === null ? null : toLeave(found);
    },
    async put({ stamp, ...leave }, pending) {
      const document = checked(quoteLeaveSchema, { _id: stamp, host: hostOf(leave.quoter), ...leave });
      const { _id, takenBackAt: _, ...fields } = document;
      const update = [{ $set: literally(fields) }, ...otherEffects(pending, wall())];
      await upserting(() => leaves.updateOne({ _id }, update, { upsert: true }));
    },
    async takeBack(stamp, at, pending) {
      const update = [{ $set: literally({ takenBackAt: at }) }, ...otherEffects(pending, wall())];
      return (await leaves.updateOne({ _id: stamp, ...STANDS }, update)).matchedCount === 1;
    },
    givenTo: (author, quoter) =>
      standing({ author, ...('host' in quoter ? { host: quoter.host } : { quoter: quoter.actor }), ...STANDS }),
    async givenBy(author, stretch) {
      const found = leaves.find({
        author,
        quoter: { $ne: author },
        ...STANDS,
        ...withinBy({ at: 'at', who: 'quoter' }, stretch),
      });
      return (await inOrder(found, stretch, 'at', '_id')).map(toLeave);
    },
  };
}
