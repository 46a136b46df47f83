import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { LookBackNotice, LookBackNotices } from '../ports/notebook.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { upserting } from './writing.ts';

export const lookBackSchema = z.object({
  /** A keyed hash of whose it is and of which note. */
  _id: text(),
  at: z.date(),
  /** Whose it is, and which note, as JSON: sealed with a key that is not in the database. */
  sealed: text(),
});
type LookBackDocument = z.infer<typeof lookBackSchema>;

export const sealedLookBackSchema = z.object({ person: text<PersonIri>(), note: text() } satisfies FieldsOf<
  Omit<LookBackNotice, 'at'>
>);

/** Whoever has a copy of the database sees that somebody wants to be told of something, and neither who nor of what. */
export function createLookBackNotices(db: Db, sealer: Sealer): LookBackNotices {
  const wanted: Collection<LookBackDocument> = db.collection('lookBacks');
  const idOf = (person: PersonIri, note: string) => sealer.fingerprint(`${person}\n${note}`, 'look back');
  return {
    async put({ person, note, at }) {
      const _id = idOf(person, note);
      const sealed = sealer.seal(JSON.stringify({ person, note }), `look back ${_id}`);
      const { _id: __, ...fields } = checked(lookBackSchema, { _id, at, sealed });
      await upserting(() => wanted.updateOne({ _id }, { $set: fields }, { upsert: true }));
    },
    async remove(person, notes) {
      if (notes.length > 0) await wanted.deleteMany({ _id: { $in: notes.map((note) => idOf(person, note)) } });
    },
    async due(now, limit) {
      const found = await wanted
        .find({ at: { $lte: now } })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, at, sealed }) => ({
        ...sealedLookBackSchema.parse(JSON.parse(sealer.unseal(sealed, `look back ${_id}`))),
        at,
      }));
    },
  };
}
