import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri, PostIri } from '../community/ids.ts';
import { QUOTE_POLICIES } from '../community/quote.ts';
import type { Sealer } from '../database/sealing.ts';
import { type ScheduledPost, type ScheduledPosts, VISIBILITIES, type Written } from '../ports/scheduled-posts.ts';
import { checked, type FieldsOf, list, oneOf, text } from './fields.ts';
import { detailsSchema } from './post-parts.ts';
import { insertNew } from './writing.ts';

export const scheduledPostSchema = z.object({
  _id: text<PostIri>(),
  person: text<PersonIri>(),
  at: z.date(),
  dueAt: z.date(),
  /** Somebody is posting it. */
  begun: z.literal(true).exactOptional(),
  /** What was written, as JSON: sealed with a key that is not in the database. */
  sealed: text(),
});
type ScheduledDocument = z.infer<typeof scheduledPostSchema>;

export const writtenSchema = z.object({
  text: text(),
  visibility: oneOf(...VISIBILITIES).exactOptional(),
  inReplyTo: text<PostIri>().exactOptional(),
  message: text().exactOptional(),
  details: detailsSchema.exactOptional(),
  quote: text<PostIri>().exactOptional(),
  quotePolicy: oneOf(...QUOTE_POLICIES).exactOptional(),
  uploads: list(text()).exactOptional(),
} satisfies FieldsOf<Written>);

const NOT_BEGUN = { begun: { $exists: false } };

export function createScheduledPosts(db: Db, sealer: Sealer): ScheduledPosts {
  const scheduled: Collection<ScheduledDocument> = db.collection('scheduledPosts');
  const sealedFor = (iri: string) => `scheduled ${iri}`;
  const toScheduled = ({ _id: iri, begun, sealed, ...rest }: ScheduledDocument): ScheduledPost => ({
    iri,
    ...rest,
    written: writtenSchema.parse(JSON.parse(sealer.unseal(sealed, sealedFor(iri)))),
  });
  return {
    async add({ iri, written, ...post }) {
      const sealed = sealer.seal(JSON.stringify(checked(writtenSchema, written)), sealedFor(iri));
      const document = checked(scheduledPostSchema, { _id: iri, ...post, sealed });
      if (await insertNew(scheduled, document)) return { iri, written, ...post };
      const kept = await scheduled.findOne({ _id: iri });
      return kept === null ? { iri, written, ...post } : toScheduled(kept);
    },
    async of(person) {
      const found = scheduled.find({ person, ...NOT_BEGUN }).sort({ dueAt: 1, _id: 1 });
      return (await found.toArray()).map(toScheduled);
    },
    async moveTo({ person, iri }, dueAt) {
      return (await scheduled.updateOne({ _id: iri, person, ...NOT_BEGUN }, { $set: { dueAt } })).matchedCount === 1;
    },
    async remove({ person, iri }) {
      return (await scheduled.deleteOne({ _id: iri, person, ...NOT_BEGUN })).deletedCount === 1;
    },
    async begin(now, limit) {
      const due = { dueAt: { $lte: now } };
      const found = await scheduled.find(due).sort({ dueAt: 1, _id: 1 }).limit(limit).toArray();
      if (found.length === 0) return [];
      const these = { _id: { $in: found.map(({ _id }) => _id) } };
      await scheduled.updateMany({ ...these, ...due }, { $set: { begun: true } });
      // Read again: what was moved or removed until then is not posted.
      return (
        await scheduled
          .find({ ...these, begun: true })
          .sort({ dueAt: 1, _id: 1 })
          .toArray()
      ).map(toScheduled);
    },
    async end(iri) {
      await scheduled.deleteOne({ _id: iri });
    },
    async forget(person) {
      const hers = await scheduled.find({ person }, { projection: { _id: 1 } }).toArray();
      await scheduled.deleteMany({ person });
      return hers.map(({ _id }) => _id);
    },
  };
}
