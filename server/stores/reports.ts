import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, CaseId, CommunityIri, Digest, PostIri, RuleId } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Act } from '../governance/cases/case.ts';
import type { Hidden, Report, ReportEffect, Reports } from '../ports/reports.ts';
import { checked, type FieldsOf, list, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects, moreEffects } from './pending.ts';
import { insertNew, literally } from './writing.ts';

const actSchema = z.object({
  post: text<PostIri>().exactOptional(),
  evidence: text<Digest>(),
  actAt: z.date(),
} satisfies FieldsOf<Act>);

const reportFields = {
  from: text(),
  about: text<ActorIri>(),
  posts: list(text<PostIri>()),
  text: text(),
  at: z.date(),
  community: text<CommunityIri>().exactOptional(),
  acts: list(actSchema).exactOptional(),
  rule: text<RuleId>().exactOptional(),
  law: text().exactOptional(),
  case: text<CaseId>().exactOptional(),
  over: oneOf('withdrawn', 'set-aside').exactOptional(),
  replyTo: text().exactOptional(),
} satisfies FieldsOf<Omit<Report, 'id'>>;

export const reportSchema = z.object({
  _id: text(),
  ...reportFields,
  /** Who made it, for clerks alone: sealed with a key that is not in the database. */
  sealed: text().exactOptional(),
  ...pendingFields,
});
type ReportDocument = z.infer<typeof reportSchema>;

export const reportCollection = (db: Db): Collection<ReportDocument> => db.collection('reports');

function toReport(document: ReportDocument): Report {
  const { _id: id, sealed, pending, pendingAt, pendingLeased, pendingAttempts, ...rest } = document;
  const { pendingWhy, pendingFrom, ...report } = rest;
  return { id, ...report };
}

export const toReportWork = (document: ReportDocument) => ({
  report: toReport(document),
  effects: (document.pending ?? []) as readonly ReportEffect[],
});

export function createReports(
  reports: Collection<ReportDocument>,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): Reports {
  const stands = { over: { $exists: false } } as const;
  const oldestFirst = async (where: Filter<ReportDocument>) =>
    (await reports.find(where).sort({ at: 1, _id: 1 }).limit(1000).toArray()).map(toReport);
  return {
    async add({ id, ...report }, hidden, pending) {
      const isEmpty = hidden.reporter === undefined && hidden.flag === undefined;
      const document = checked(reportSchema, {
        _id: id,
        ...report,
        ...(isEmpty ? {} : { sealed: sealer.seal(JSON.stringify(hidden), sealedFor(id)) }),
        ...firstEffects(pending, wall()),
      });
      return (await insertNew(reports, document)) ? 'added' : 'known';
    },
    async byId(id) {
      const found = await reports.findOne({ _id: id });
      return found === null ? null : toReport(found);
    },
    async about(actor, limit) {
      const found = await reports.find({ about: actor }).sort({ at: -1, _id: -1 }).limit(limit).toArray();
      return found.map(toReport);
    },
    withoutRule: (community) => oldestFirst({ community, rule: { $exists: false }, ...stands }),
    under: (community, about, rule) => oldestFirst({ community, about, rule, ...stands }),
    inCase: (community, id) => oldestFirst({ community, case: id }),
    async change(id, change, pending) {
      const fields = Object.keys(change).length === 0 ? [] : [{ $set: literally({ ...change }) }];
      await reports.updateOne({ _id: id }, [...fields, ...moreEffects(pending, wall())]);
    },
    async hidden(id) {
      const sealed = (await reports.findOne({ _id: id }))?.sealed;
      return sealed === undefined ? {} : (JSON.parse(sealer.unseal(sealed, sealedFor(id))) as Hidden);
    },
    onPost: (post) =>
      reports
        .find({ posts: post, ...stands }, { projection: { _id: 0, from: 1, at: 1 } })
        .sort({ at: -1, _id: -1 })
        .limit(200)
        .toArray(),
  };
}

const sealedFor = (id: string): string => `report ${id}`;
