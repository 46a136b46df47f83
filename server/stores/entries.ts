import type { Collection, Db, UpdateFilter } from 'mongodb';
import { z } from 'zod';
import type { Digest } from '../community/ids.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { RecordStore } from '../ports/record.ts';
import type { EncodedEntry } from '../record/encoding.ts';
import { decodeEntry, encodeEntry } from '../record/encoding.ts';
import type { Entry } from '../record/entry.ts';
import { checked, count, type FieldsOf, list, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

const entryFields = {
  community: text(),
  seq: count.min(1),
  prev: text(),
  at: z.date(),
  kind: text(),
  commitment: text(),
  hash: text(),
  salt: text(),
  /** The event's canonical text: BSON types never come near it. */
  eventJson: text(),
  /** The texts that can be erased, and have not been. */
  texts: list(z.object({ path: text(), salt: text(), text: text() })).exactOptional(),
} satisfies FieldsOf<EncodedEntry>;

export const entrySchema = z.object({
  /** `community seq` */
  _id: text(),
  ...entryFields,
  ...pendingFields,
});
export type EntryDocument = z.infer<typeof entrySchema>;

export const entryCollection = (db: Db): Collection<EntryDocument> => db.collection('entries');

/** Under which one entry of a community's record is kept, whoever wrote it first. */
export const entryId = (community: string, seq: number): string => `${community} ${seq}`;

export const toEntryWork = (document: EntryDocument) => ({ entry: decodeEntry(document) });

/** Entries that are read at a time: a few hundred kilobytes. */
const PARCEL = 1000;

/** One after the other, so that those before a broken one are read. */
function* decoded(documents: readonly EntryDocument[]): Iterable<Entry> {
  for (const document of documents) yield decodeEntry(document);
}

/** @param hasConsequences whether anything follows from entries of a kind; the others are never pending */
export function createRecord(
  entries: Collection<EntryDocument>,
  { hasConsequences, wall }: { hasConsequences: (kind: GovernanceEvent['kind']) => boolean; wall: () => Date },
): RecordStore {
  async function* parcels(community: string, seq: number): AsyncGenerator<Iterable<Entry>> {
    const cursor = entries.find({ community, seq: { $gt: seq } }, { batchSize: PARCEL }).sort({ seq: 1 });
    try {
      while (await cursor.hasNext()) yield decoded(cursor.readBufferedDocuments());
    } finally {
      await cursor.close();
    }
  }

  return {
    async append(entry) {
      const { community, seq, kind } = entry.head;
      const document = checked(entrySchema, {
        _id: entryId(community, seq),
        ...encodeEntry(entry),
        ...firstEffects(hasConsequences(kind) ? ['carry-out'] : [], wall()),
      });
      return (await insertNew(entries, document)) ? 'appended' : 'taken';
    },
    async *after(community, seq) {
      for await (const parcel of parcels(community, seq)) yield* parcel;
    },
    parcels,
    async page(community, before, limit, only) {
      const seq = { ...(before === null ? {} : { $lt: before }), ...(only === undefined ? {} : { $gt: only.after }) };
      const range = Object.keys(seq).length === 0 ? {} : { seq };
      const kinds = only === undefined ? {} : { kind: { $in: [...only.kinds] } };
      const found = await entries
        .find({ community, ...range, ...kinds })
        .sort({ seq: -1 })
        .limit(limit)
        .toArray();
      return found.map(decodeEntry);
    },
    async entry(community, seq) {
      const found = await entries.findOne({ community, seq });
      return found === null ? null : decodeEntry(found);
    },
    async hashes(community, from, to) {
      const found = await entries
        .find({ community, seq: { $gt: from, $lte: to } }, { projection: { _id: 0, hash: 1 } })
        .sort({ seq: 1 })
        .toArray();
      return found.map(({ hash }) => hash as Digest);
    },
    async eraseText(community, seq, path) {
      await entries.updateOne({ community, seq }, { $pull: { texts: { path } } } as UpdateFilter<EntryDocument>);
    },
  };
}
