import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri } from '../community/ids.ts';
import type { Voice } from '../governance/voices/voice.ts';
import type { Voices } from '../ports/voices.ts';
import { checked, count, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

/** Kept in the order of its `_id`, which is a hash (`indexes.ts`): there is no order of arrival, and no time of it. */
export const voiceSchema = z.object({
  /** The hash of the spent token. */
  _id: text(),
  community: text<CommunityIri>(),
  organisation: text(),
  epoch: text(),
  name: text(),
  among: count,
  /** A full hour, some random hours after the token was spent. */
  speaksFrom: z.date(),
} satisfies FieldsOf<Omit<Voice, 'id'> & { _id: string }>);

export const issuerSaidSchema = z.object({
  /** The issuer's key and the epoch. */
  _id: text(),
  epoch: text(),
  said: text(),
});

export const issuerAskedSchema = z.object({
  /** The issuer's key. */
  _id: text(),
  askedAt: z.date(),
});

export function createVoices(db: Db): Voices {
  const voices = db.collection<z.infer<typeof voiceSchema>>('voices');
  const sayings = db.collection<z.infer<typeof issuerSaidSchema>>('issuerSayings');
  const asked = db.collection<z.infer<typeof issuerAskedSchema>>('issuersAsked');
  return {
    async byId(id) {
      const found = await voices.findOne({ _id: id });
      if (found === null) return null;
      const { _id, ...voice } = found;
      return { id: _id, ...voice };
    },
    async add({ id, ...voice }) {
      if (await insertNew(voices, checked(voiceSchema, { _id: id, ...voice }))) return 'added';
      return (await voices.findOne({ _id: id })) === null ? 'name-taken' : 'spent';
    },
    said: async ({ key }, epoch) => (await sayings.findOne({ _id: `${key} ${epoch}` }))?.said ?? null,
    async keepSaid({ key }, epoch, said) {
      const { _id, ...rest } = checked(issuerSaidSchema, { _id: `${key} ${epoch}`, epoch, said });
      await sayings.updateOne({ _id }, { $set: rest }, { upsert: true });
    },
    async claim({ key: _id }, now, before) {
      const first = await asked.updateOne({ _id }, { $setOnInsert: { askedAt: now } }, { upsert: true });
      if (first.upsertedCount === 1) return true;
      const again = await asked.updateOne({ _id, askedAt: { $lte: before } }, { $set: { askedAt: now } });
      return again.modifiedCount === 1;
    },
    async forgetBefore(epoch) {
      await voices.deleteMany({ epoch: { $lt: epoch } });
      await sayings.deleteMany({ epoch: { $lt: epoch } });
    },
  };
}
