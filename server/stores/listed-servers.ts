import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ListedServer, ListedServers } from '../ports/listed-servers.ts';
import { checked, type FieldsOf, oneOf, text } from './fields.ts';

const listedFields = {
  list: text(),
  server: text(),
  level: oneOf('suspend', 'limit', 'reject-media'),
  reason: text(),
  since: z.date(),
} satisfies FieldsOf<ListedServer>;

export const listedServerSchema = z.object({
  /** The list and the server. */
  _id: text(),
  ...listedFields,
  /** When the list was last fetched with it. */
  edition: z.date(),
});
type ListedDocument = z.infer<typeof listedServerSchema>;

export const sharedListSchema = z.object({
  /** Its address. */
  _id: text(),
  fetchedAt: z.date(),
});
type ListDocument = z.infer<typeof sharedListSchema>;

export function createListedServers(db: Db): ListedServers {
  const servers: Collection<ListedDocument> = db.collection('listedServers');
  const lists: Collection<ListDocument> = db.collection('sharedLists');
  return {
    async claim(list, now, before) {
      const first = await lists.updateOne({ _id: list }, { $setOnInsert: { fetchedAt: now } }, { upsert: true });
      if (first.upsertedCount === 1) return true;
      const again = await lists.updateOne({ _id: list, fetchedAt: { $lte: before } }, { $set: { fetchedAt: now } });
      return again.modifiedCount === 1;
    },
    async keep(list, entries, now) {
      const writes = entries.map((entry) => {
        const whole = { _id: `${list} ${entry.server}`, list, ...entry, since: now, edition: now };
        const { _id, since, ...said } = checked(listedServerSchema, whole);
        return { updateOne: { filter: { _id }, update: { $set: said, $setOnInsert: { since } }, upsert: true } };
      });
      if (writes.length > 0) await servers.bulkWrite(writes, { ordered: false });
      await servers.deleteMany({ list, edition: { $lt: now } });
    },
    async of(among, since, limit) {
      const wanted = { list: { $in: [...among] }, since: { $gt: since } };
      const found = await servers.find(wanted).sort({ since: -1, _id: 1 }).limit(limit).toArray();
      return found.map(({ _id, edition, ...listed }) => listed);
    },
    async keepOnly(among) {
      const others = { $nin: [...among] };
      await servers.deleteMany({ list: others });
      await lists.deleteMany({ _id: others });
    },
  };
}
