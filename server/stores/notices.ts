import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { Addresses } from '../community/addresses.ts';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Notice, Notices } from '../ports/notices.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { inOrder, withinBy } from './stretch.ts';
import { wantedFrom } from './unwanted.ts';
import { insertNew } from './writing.ts';

const noticeFields = {
  to: text<ActorIri>(),
  from: text<ActorIri>(),
  kind: oneOf('receipt', 'refusal', 'statement-of-reasons', 'welcome', 'result', 'message', 'look-back'),
  inReplyTo: text().exactOptional(),
  post: text<PostIri>().exactOptional(),
  at: z.date(),
} satisfies FieldsOf<Omit<Notice, 'id' | keyof Said>>;

/** What a notice says: it may hold a signed link, and whoever has that can act in somebody's name. */
type Said = Pick<Notice, 'text' | 'said' | 'link'>;

export const noticeSchema = z.object({
  _id: text(),
  ...noticeFields,
  /** What it says, as JSON: sealed with a key that is not in the database, so that a copy of it holds no link to use. */
  sealed: text().exactOptional(),
  /** What notices said before they were sealed. */
  text: text().exactOptional(),
  link: text().exactOptional(),
  ...pendingFields,
});
export type NoticeDocument = z.infer<typeof noticeSchema>;

export const noticeCollection = (db: Db): Collection<NoticeDocument> => db.collection('notices');

const sealedFor = (id: string): string => `notice ${id}`;

function toNotice(document: NoticeDocument, sealer: Sealer): Notice {
  const { _id: id, pending, pendingAt, pendingLeased, pendingAttempts, pendingWhy, pendingFrom, ...kept } = document;
  const { sealed, text = '', ...notice } = kept;
  return {
    id,
    text,
    ...notice,
    ...(sealed === undefined ? {} : (JSON.parse(sealer.unseal(sealed, sealedFor(id))) as Said)),
  };
}

export const toNoticeWork = (sealer: Sealer) => (document: NoticeDocument) => ({ notice: toNotice(document, sealer) });

export function createNotices(
  notices: Collection<NoticeDocument>,
  {
    addresses,
    sealer,
    wall,
  }: { readonly addresses: Pick<Addresses, 'isHere'>; readonly sealer: Sealer; readonly wall: () => Date },
): Notices {
  return {
    async add({ id, text, said, link, ...notice }) {
      const sealed = sealer.seal(JSON.stringify({ text, said, link }), sealedFor(id));
      const effects = addresses.isHere(notice.to) ? [] : ['send'];
      const document = checked(noticeSchema, { _id: id, ...notice, sealed, ...firstEffects(effects, wall()) });
      return (await insertNew(notices, document)) ? 'added' : 'known';
    },
    async get(id) {
      const found = await notices.findOne({ _id: id });
      return found === null ? null : toNotice(found, sealer);
    },
    async message(person, post) {
      const found = await notices.findOne({ to: person, post });
      return found === null ? null : toNotice(found, sealer);
    },
    async answering(person, posts) {
      const found = notices.find({ to: person, kind: 'message', inReplyTo: { $in: [...posts] } });
      return (await found.sort({ at: 1, _id: 1 }).toArray()).map((document) => toNotice(document, sealer));
    },
    async to(person, limit) {
      const found = await notices.find({ to: person }).sort({ at: -1, _id: -1 }).limit(limit).toArray();
      return found.map((document) => toNotice(document, sealer));
    },
    async *all(person) {
      const found = notices.find({ to: person }).sort({ at: 1, _id: 1 }).batchSize(200);
      for await (const document of found) yield toNotice(document, sealer);
    },
    async forget(person) {
      await notices.deleteMany({ to: person });
    },
    async rewrite(from, change) {
      for await (const document of notices.find({ from })) {
        const { id, text, link } = toNotice(document, sealer);
        const after = change(text);
        if (after === text) continue;
        // Without what it was made of: the words that are gone stand in there too.
        const sealed = sealer.seal(JSON.stringify({ text: after, link }), sealedFor(id));
        await notices.updateOne({ _id: id }, { $set: { sealed }, $unset: { text: 1, link: 1 } });
      }
    },
    async stretch(person, stretch, unwanted) {
      // What a community tells her is never left out: reasons, receipts, results.
      const heard =
        unwanted === undefined
          ? {}
          : { $or: [{ kind: { $ne: 'message' as const } }, wantedFrom(unwanted) as Filter<NoticeDocument>] };
      const found = notices.find({ to: person, ...withinBy({ at: 'at', who: 'from' }, stretch), ...heard });
      return (await inOrder(found, stretch, 'at', '_id')).map((document) => toNotice(document, sealer));
    },
  };
}
