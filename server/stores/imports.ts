import type { Collection, Db, UpdateFilter } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import {
  IMPORT_KINDS,
  IMPORT_MODES,
  type ImportFault,
  type ImportItem,
  MOST_FAULTS,
} from '../community/imports/kinds.ts';
import type { Sealer } from '../database/sealing.ts';
import type { ImportBrief, ImportRun, Imports } from '../ports/imports.ts';
import { checked, count, type FieldsOf, list, oneOf, pendingFields, sentenceSchema, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

export const importItemSchema = z.object({
  line: count,
  subject: text(),
  notices: z.boolean().exactOptional(),
  list: text().exactOptional(),
} satisfies FieldsOf<ImportItem>);
const faultSchema = z.object({ line: count, text: sentenceSchema } satisfies FieldsOf<ImportFault>);

export const importSchema = z.object({
  /** Its number. */
  _id: text(),
  person: text<PersonIri>(),
  kind: oneOf(...IMPORT_KINDS),
  mode: oneOf(...IMPORT_MODES),
  at: z.date(),
  state: oneOf('read', 'running', 'done'),
  total: count,
  done: count,
  faultCount: count,
  /** The items as JSON, sealed with a key that is not in the database. */
  sealed: text(),
  /** The same of each fault. */
  faults: list(text()),
  ...pendingFields,
});
type ImportDocument = z.infer<typeof importSchema>;

export const importCollection = (db: Db): Collection<ImportDocument> => db.collection('imports');

const toBrief = ({ _id: id, person, kind, mode, at, state, total, done, faultCount }: ImportDocument): ImportBrief => ({
  id,
  person,
  kind,
  mode,
  at,
  state,
  total,
  done,
  faultCount,
});

const itemsSchema = z.array(importItemSchema);
const sealedFor = (id: string, what: string): string => `${what} of the import ${id}`;

/** What is carried out of it: all that is known of it. */
export const toImportWork = (sealer: Sealer) => (document: ImportDocument) => ({ run: toRun(document, sealer) });

function toRun(document: ImportDocument, sealer: Sealer): ImportRun {
  const { total: _, ...brief } = toBrief(document);
  const { id } = brief;
  return {
    ...brief,
    items: itemsSchema.parse(JSON.parse(sealer.unseal(document.sealed, sealedFor(id, 'what stands in the file')))),
    faults: document.faults.map((one) => faultSchema.parse(JSON.parse(sealer.unseal(one, sealedFor(id, 'a fault'))))),
  };
}

export function createImports(
  db: Db,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): Imports {
  const imports = importCollection(db);
  const sealing = (id: string, faults: readonly ImportFault[]) =>
    faults.slice(0, MOST_FAULTS).map((fault) => sealer.seal(JSON.stringify(fault), sealedFor(id, 'a fault')));
  return {
    async add({ id, items, faults, ...run }) {
      const document = checked(importSchema, {
        _id: id,
        ...run,
        state: 'read' as const,
        total: items.length,
        done: 0,
        sealed: sealer.seal(JSON.stringify(items), sealedFor(id, 'what stands in the file')),
        faults: sealing(id, faults),
      });
      if (!(await insertNew(imports, document))) throw new Error(`two imports have the number ${id}`);
    },
    async get(person, id) {
      const found = await imports.findOne({ _id: id, person });
      return found === null ? null : toRun(found, sealer);
    },
    async of(person) {
      const found = imports.find({ person }, { projection: { sealed: 0, faults: 0 } }).sort({ at: -1, _id: -1 });
      return (await found.toArray()).map(toBrief);
    },
    async start(person, id) {
      const update = { $set: { state: 'running' as const, ...firstEffects(['carry-out'], wall()) } };
      return (await imports.updateOne({ _id: id, person, state: 'read' }, update)).matchedCount === 1;
    },
    async progress({ id, done: from }, done, faults) {
      const update = {
        $set: { done },
        $inc: { faultCount: faults.length },
        $push: { faults: { $each: sealing(id, faults), $slice: MOST_FAULTS } },
      } as unknown as UpdateFilter<ImportDocument>;
      return (await imports.updateOne({ _id: id, state: 'running', done: from }, update)).matchedCount === 1;
    },
    async finish(id) {
      await imports.updateOne({ _id: id, state: 'running' }, { $set: { state: 'done' } });
    },
    async remove(person, id) {
      await imports.deleteOne({ _id: id, person });
    },
    async forget(person) {
      await imports.deleteMany({ person });
    },
  };
}

/** Forgets files that were brought before a time, whatever became of them. */
export async function purgeImports(db: Db, before: Date): Promise<number> {
  return (await importCollection(db).deleteMany({ at: { $lt: before }, state: { $ne: 'running' } })).deletedCount;
}
