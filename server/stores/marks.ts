import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import { MARK_KINDS, type Mark, type Marks } from '../ports/marks.ts';
import { checked, type FieldsOf, oneOf, text } from './fields.ts';
import { inOrder, within } from './stretch.ts';
import { literally, upserting } from './writing.ts';

const markFields = {
  person: text<PersonIri>(),
  kind: oneOf(...MARK_KINDS),
  subject: text(),
  at: z.date(),
  until: z.date().exactOptional(),
  notices: z.literal(true).exactOptional(),
} satisfies FieldsOf<Omit<Mark, 'text'>>;

export const markSchema = z.object({
  /** `kind person subject`: one document, however often it is said. */
  _id: text(),
  ...markFields,
  /** What she noted, sealed with a key that is not in the database. */
  sealed: text().exactOptional(),
});
type MarkDocument = z.infer<typeof markSchema>;

const collectionOf = (db: Db): Collection<MarkDocument> => db.collection('marks');

const idOf = ({ kind, person, subject }: Pick<Mark, 'kind' | 'person' | 'subject'>) => `${kind} ${person} ${subject}`;
const sealedFor = (id: string): string => `mark ${id}`;

function toMark({ _id, sealed, ...mark }: MarkDocument, sealer: Sealer): Mark {
  return sealed === undefined ? mark : { ...mark, text: sealer.unseal(sealed, sealedFor(_id)) };
}

export function createMarks(db: Db, sealer: Sealer): Marks {
  const marks = collectionOf(db);
  const newest = async (filter: Filter<MarkDocument>): Promise<readonly Mark[]> => {
    const found = await marks.find(filter).sort({ at: -1, _id: -1 }).toArray();
    return found.map((document) => toMark(document, sealer));
  };
  return {
    async get(person, kind, subject) {
      const found = await marks.findOne({ _id: idOf({ person, kind, subject }) });
      return found === null ? null : toMark(found, sealer);
    },
    async put({ text: noted, ...mark }) {
      const id = idOf(mark);
      const sealed = noted === undefined ? {} : { sealed: sealer.seal(noted, sealedFor(id)) };
      const { _id, at, ...fields } = checked(markSchema, { _id: id, ...mark, ...sealed });
      const over = (['until', 'notices', 'sealed'] as const).filter((name) => fields[name] === undefined);
      const update = [
        { $set: { ...literally(fields), at: { $ifNull: ['$at', at] } } },
        ...(over.length === 0 ? [] : [{ $unset: over }]),
      ];
      await upserting(() => marks.updateOne({ _id }, update, { upsert: true }));
    },
    async remove(person, kind, subject) {
      await marks.deleteOne({ _id: idOf({ person, kind, subject }) });
    },
    async forget(person) {
      await marks.deleteMany({ person });
    },
    about(person, kinds, subjects) {
      const ids = kinds.flatMap((kind) => subjects.map((subject) => idOf({ person, kind, subject })));
      return ids.length === 0 ? Promise.resolve([]) : newest({ _id: { $in: ids } });
    },
    of: (person, kinds = MARK_KINDS) => newest({ person, kind: { $in: [...kinds] } }),
    count: (person, kind) => marks.countDocuments({ person, kind }),
    async stretch(person, kind, stretch) {
      const found = marks.find({ person, kind, ...within('at', stretch) });
      return (await inOrder(found, stretch, 'at', '_id')).map((document) => toMark(document, sealer));
    },
  };
}

/** Forgets what ended before a time. */
export async function purgeMarks(db: Db, before: Date): Promise<number> {
  return (await collectionOf(db).deleteMany({ until: { $lt: before } })).deletedCount;
}
