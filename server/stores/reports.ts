import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Report, Reports } from '../ports/reports.ts';
import { checked, type FieldsOf, list, text } from './fields.ts';
import { insertNew } from './writing.ts';

const reportFields = {
  from: text(),
  about: text<ActorIri>(),
  posts: list(text<PostIri>()),
  text: text(),
  at: z.date(),
} satisfies FieldsOf<Omit<Report, 'id'>>;

export const reportSchema = z.object({ _id: text(), ...reportFields });
type ReportDocument = z.infer<typeof reportSchema>;

export function createReports(db: Db): Reports {
  const reports: Collection<ReportDocument> = db.collection('reports');
  return {
    async add({ id, ...report }) {
      return (await insertNew(reports, checked(reportSchema, { _id: id, ...report }))) ? 'added' : 'known';
    },
    async about(actor, limit) {
      const found = await reports.find({ about: actor }).sort({ at: -1, _id: -1 }).limit(limit).toArray();
      return found.map(({ _id: id, ...report }) => ({ id, ...report }));
    },
    onPost: (post) =>
      reports
        .find({ posts: post }, { projection: { _id: 0, from: 1, at: 1 } })
        .sort({ at: -1, _id: -1 })
        .limit(200)
        .toArray(),
  };
}
