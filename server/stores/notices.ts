import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { Addresses } from '../community/addresses.ts';
import type { ActorIri } from '../community/ids.ts';
import type { Notice, Notices } from '../ports/notices.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

const noticeFields = {
  to: text<ActorIri>(),
  from: text<ActorIri>(),
  kind: oneOf('receipt', 'refusal', 'statement-of-reasons', 'welcome', 'result', 'message'),
  text: text(),
  link: text().exactOptional(),
  inReplyTo: text().exactOptional(),
  at: z.date(),
} satisfies FieldsOf<Omit<Notice, 'id'>>;

export const noticeSchema = z.object({
  _id: text(),
  ...noticeFields,
  ...pendingFields,
});
export type NoticeDocument = z.infer<typeof noticeSchema>;

export const noticeCollection = (db: Db): Collection<NoticeDocument> => db.collection('notices');

function toNotice(document: NoticeDocument): Notice {
  const { _id: id, pending, pendingAt, pendingLeased, pendingAttempts, pendingWhy, pendingFrom, ...notice } = document;
  return { id, ...notice };
}

export const toNoticeWork = (document: NoticeDocument) => ({ notice: toNotice(document) });

export function createNotices(
  notices: Collection<NoticeDocument>,
  { addresses, wall }: { readonly addresses: Pick<Addresses, 'isHere'>; readonly wall: () => Date },
): Notices {
  return {
    async add({ id, ...notice }) {
      const effects = addresses.isHere(notice.to) ? [] : ['send'];
      const document = checked(noticeSchema, { _id: id, ...notice, ...firstEffects(effects, wall()) });
      return (await insertNew(notices, document)) ? 'added' : 'known';
    },
    async to(person, limit) {
      const found = await notices.find({ to: person }).sort({ at: -1, _id: -1 }).limit(limit).toArray();
      return found.map(toNotice);
    },
  };
}
