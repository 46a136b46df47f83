import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Focus, Picture, Portrait, Size, Upload } from '../community/media.ts';
import type { Uploads } from '../ports/media.ts';
import { checked, count, type FieldsOf, oneOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

export const sizeFields = { width: count, height: count } satisfies FieldsOf<Size>;
export const focusSchema = z.object({ x: z.number(), y: z.number() } satisfies FieldsOf<Focus>);
const pictureSchema = z.object({
  ...sizeFields,
  small: z.object(sizeFields),
  blurhash: text(),
} satisfies FieldsOf<Picture>);

export const portraitSchema = z.object({ file: text(), mediaType: text() } satisfies FieldsOf<Portrait>);

export const uploadSchema = z.object({
  _id: text(),
  by: text<PersonIri>(),
  file: text(),
  preview: text(),
  mediaType: text(),
  description: text().exactOptional(),
  focus: focusSchema.exactOptional(),
  picture: pictureSchema.exactOptional(),
  failed: text().exactOptional(),
  post: text<PostIri>().exactOptional(),
  portrait: oneOf('avatar', 'header').exactOptional(),
  /** When it was sent, by the machine's time. */
  at: z.date(),
  /** When it goes, unless a post has it for good. */
  until: z.date().exactOptional(),
} satisfies FieldsOf<Omit<Upload, 'id' | 'settled'> & { _id: string; at: Date; until: Date }>);
type UploadDocument = z.infer<typeof uploadSchema>;

const FOR_POSTS = { portrait: { $exists: false } } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_MAKING_MS = 10 * 60 * 1000;
const INTERRUPTED = 'This server stopped while it made your picture. Send it again.';

/** What people sent for their posts, by its number. */
export function createUploads(db: Db, wall: () => Date): Uploads {
  const uploads: Collection<UploadDocument> = db.collection('uploads');
  const inADay = () => new Date(wall().getTime() + DAY_MS);

  function toUpload({ _id: id, at, until, ...upload }: UploadDocument): Upload {
    const waits = upload.picture === undefined && upload.failed === undefined;
    const forgotten = waits && wall().getTime() - at.getTime() > LONGEST_MAKING_MS;
    const settled = until === undefined ? { settled: true as const } : {};
    return { id, ...upload, ...settled, ...(forgotten ? { failed: INTERRUPTED } : {}) };
  }

  return {
    add({ id, ...upload }) {
      return insertNew(uploads, checked(uploadSchema, { _id: id, ...upload, at: wall(), until: inADay() }));
    },
    async get(id) {
      const found = await uploads.findOne({ _id: id });
      return found === null ? null : toUpload(found);
    },
    async finish(id, picture) {
      await uploads.updateOne({ _id: id }, { $set: { picture: checked(pictureSchema, picture) } });
    },
    async fail(id, why) {
      await uploads.updateOne({ _id: id }, { $set: { failed: why } });
    },
    async describe(id, { description, focus }) {
      const set = { ...(description ? { description } : {}), ...(focus === undefined ? {} : { focus }) };
      const change = {
        ...(Object.keys(set).length === 0 ? {} : { $set: set }),
        ...(description === '' ? { $unset: { description: 1 as const } } : {}),
      };
      if (Object.keys(change).length > 0) await uploads.updateOne({ _id: id, post: { $exists: false } }, change);
    },
    async claim(id, { by, post }) {
      const free = {
        _id: id,
        by,
        ...FOR_POSTS,
        picture: { $exists: true },
        $or: [{ post: { $exists: false } }, { post }],
      };
      // A day again, so that what is taken at the last moment does not go before the post is written.
      await uploads.updateOne({ ...free, until: { $exists: true } }, { $set: { post, until: inADay() } });
      const found = await uploads.findOne({ _id: id, by, post });
      return found === null ? null : toUpload(found);
    },
    async giveBack(post, ids) {
      await uploads.updateMany({ _id: { $in: [...ids] }, post, until: { $exists: true } }, { $unset: { post: 1 } });
    },
    async settle(ids) {
      await uploads.updateMany({ _id: { $in: [...ids] } }, { $unset: { until: 1 } });
    },
    async letGo(post) {
      await uploads.updateMany({ post }, { $set: { until: inADay() }, $unset: { post: 1 } });
    },
    async ofPost(post) {
      return (await uploads.find({ post }).toArray()).map(toUpload);
    },
    async portraitsOf(by) {
      return (await uploads.find({ by, portrait: { $exists: true } }).toArray()).map(toUpload);
    },
    countUnused: (by) => uploads.countDocuments({ by, post: { $exists: false }, ...FOR_POSTS }),
    async over(limit) {
      const found = uploads.find({ until: { $lt: wall() } }).sort({ until: 1 });
      return (await found.limit(limit).toArray()).map(toUpload);
    },
    async remove(id) {
      await uploads.deleteOne({ _id: id });
    },
  };
}
