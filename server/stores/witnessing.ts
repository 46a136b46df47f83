import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, CommunityIri, Digest } from '../community/ids.ts';
import type { Cosignatures, Cosigned, Witnessed, WitnessedEffect, WitnessedRecords } from '../ports/witnessing.ts';
import { checked, count, type FieldsOf, pendingFields, text } from './fields.ts';
import { moreEffects } from './pending.ts';
import { literally, upserting } from './writing.ts';

const witnessedFields = {
  witness: text<CommunityIri>(),
  origin: text<CommunityIri>(),
  size: count,
  root: text<Digest>(),
  note: text(),
  line: text(),
  at: z.date(),
  offer: text<ActivityIri>(),
} satisfies FieldsOf<Witnessed>;

export const witnessedSchema = z.object({
  /** `witness origin` */
  _id: text(),
  ...witnessedFields,
  ...pendingFields,
});
type WitnessedDocument = z.infer<typeof witnessedSchema>;

const plainSchema = z.object(witnessedFields);

export const witnessedCollection = (db: Db): Collection<WitnessedDocument> => db.collection('witnessed');

export const toWitnessedWork = (document: WitnessedDocument) => ({
  witnessed: plainSchema.parse(document) as Witnessed,
  effects: (document.pending ?? []) as readonly WitnessedEffect[],
});

export function createWitnessed(witnessed: Collection<WitnessedDocument>, wall: () => Date): WitnessedRecords {
  return {
    async get(witness, origin) {
      const found = await witnessed.findOne({ _id: `${witness} ${origin}` });
      return found === null ? null : toWitnessedWork(found).witnessed;
    },
    async put(next, before, effects) {
      const fields = checked(plainSchema, next);
      const _id = `${next.witness} ${next.origin}`;
      const update = [{ $set: literally({ ...fields }) }, ...moreEffects(effects, wall())];
      const unchanged = before === null ? { _id, size: { $exists: false } } : { _id, size: before };
      const done = await upserting(() => witnessed.updateOne(unchanged, update, { upsert: before === null }));
      return done !== null && done.matchedCount + done.upsertedCount === 1 ? 'kept' : 'overtaken';
    },
  };
}

const cosignedFields = {
  community: text<CommunityIri>(),
  witness: text<CommunityIri>(),
  offered: z.object({ size: count, at: z.date() }).exactOptional(),
  cosigned: z.object({ size: count, root: text<Digest>(), line: text(), key: text(), at: z.date() }).exactOptional(),
  refused: z.object({ size: count, at: z.date() }).exactOptional(),
} satisfies FieldsOf<Cosigned>;

export const cosignatureSchema = z.object({
  /** `community witness` */
  _id: text(),
  ...cosignedFields,
});
type CosignatureDocument = z.infer<typeof cosignatureSchema>;

const cosignedSchema = z.object(cosignedFields);

export function createCosignatures(db: Db): Cosignatures {
  const cosignatures: Collection<CosignatureDocument> = db.collection('cosignatures');
  async function set(next: Cosigned, unless: object = {}, $unset: Partial<Record<keyof Cosigned, ''>> = {}) {
    const { community, witness } = next;
    const _id = `${community} ${witness}`;
    const $set = checked(cosignedSchema, next);
    await upserting(() => cosignatures.updateOne({ _id, ...unless }, { $set, $unset }, { upsert: true }));
  }
  return {
    async of(community) {
      const found = await cosignatures.find({ community }).sort({ _id: 1 }).toArray();
      return found.map((document) => cosignedSchema.parse(document) as Cosigned);
    },
    offered: (community, witness, offered) => set({ community, witness, offered }),
    cosigned: (community, witness, cosigned) =>
      set({ community, witness, cosigned }, { 'cosigned.size': { $not: { $gt: cosigned.size } } }, { refused: '' }),
    refused: (community, witness, refused) => set({ community, witness, refused }),
  };
}
