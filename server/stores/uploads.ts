import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Focus, Picture, Portrait, Recording, Size, Upload } from '../community/media.ts';
import { stateOf } from '../community/media.ts';
import type { TakenUp, Uploads } from '../ports/media.ts';
import { checked, count, type FieldsOf, oneOf, sentenceSchema, text } from './fields.ts';
import { insertNew } from './writing.ts';

export const sizeFields = { width: count, height: count } satisfies FieldsOf<Size>;
export const focusSchema = z.object({ x: z.number(), y: z.number() } satisfies FieldsOf<Focus>);
const pictureSchema = z.object({
  ...sizeFields,
  small: z.object(sizeFields),
  blurhash: text(),
} satisfies FieldsOf<Picture>);

const recordingSchema = z.object({
  seconds: z.number().min(0),
  bitrate: z.number().min(0).exactOptional(),
  frameRate: z.number().min(0).exactOptional(),
} satisfies FieldsOf<Recording>);

export const portraitSchema = z.object({ file: text(), mediaType: text() } satisfies FieldsOf<Portrait>);

export const uploadSchema = z.object({
  _id: text(),
  by: text<PersonIri>(),
  file: text(),
  preview: text().exactOptional(),
  kind: oneOf('video', 'audio').exactOptional(),
  mediaType: text(),
  description: text().exactOptional(),
  focus: focusSchema.exactOptional(),
  picture: pictureSchema.exactOptional(),
  recording: recordingSchema.exactOptional(),
  arrived: text().exactOptional(),
  /** Until then whoever makes it is at it (the machine's time); with `arrived` only. */
  heldUntil: z.date().exactOptional(),
  tries: count.exactOptional(),
  failed: sentenceSchema.exactOptional(),
  post: text<PostIri>().exactOptional(),
  portrait: oneOf('avatar', 'header').exactOptional(),
  /** When it was sent, by the machine's time. */
  at: z.date(),
  /** When it goes, unless a post has it for good. */
  until: z.date().exactOptional(),
} satisfies FieldsOf<
  Omit<Upload, 'id' | 'settled'> & { _id: string; at: Date; until: Date; heldUntil: Date; tries: number }
>);
type UploadDocument = z.infer<typeof uploadSchema>;

const FOR_POSTS = { portrait: { $exists: false } } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_MAKING_MS = 10 * 60 * 1000;
/** Whoever makes one says so more often than that. */
const HOLD_MS = 60_000;
const MADE = { arrived: 1, heldUntil: 1, tries: 1 } as const;
const TAKEN_BACK = 'You took this file back. Send it again.';
const INTERRUPTED = 'This server stopped while it made your picture. Send it again.';

/** What people sent for their posts, by its number. */
/** The port, and what only the one who starts the server may do. */
export interface StoredUploads extends Uploads {
  /** What a process that is gone was making may be taken up at once. */
  free(): Promise<void>;
}

export function createUploads(db: Db, wall: () => Date): StoredUploads {
  const uploads: Collection<UploadDocument> = db.collection('uploads');
  const inADay = () => new Date(wall().getTime() + DAY_MS);

  const soon = () => new Date(wall().getTime() + HOLD_MS);

  function toUpload({ _id: id, at, until, heldUntil, tries, ...upload }: UploadDocument): Upload {
    const waits = stateOf(upload) === 'being-made' && upload.arrived === undefined;
    const forgotten = waits && wall().getTime() - at.getTime() > LONGEST_MAKING_MS;
    const settled = until === undefined ? { settled: true as const } : {};
    return { id, ...upload, ...settled, ...(forgotten ? { failed: INTERRUPTED } : {}) };
  }

  return {
    add({ id, ...upload }) {
      const held = upload.arrived === undefined ? {} : { heldUntil: soon(), tries: 1 };
      return insertNew(uploads, checked(uploadSchema, { _id: id, ...upload, ...held, at: wall(), until: inADay() }));
    },
    async get(id) {
      const found = await uploads.findOne({ _id: id });
      return found === null ? null : toUpload(found);
    },
    async finish(id, { picture, recording }) {
      const set = {
        ...(picture === undefined ? {} : { picture: checked(pictureSchema, picture) }),
        ...(recording === undefined ? {} : { recording: checked(recordingSchema, recording) }),
      };
      const standing = { _id: id, failed: { $exists: false } };
      return (await uploads.updateOne(standing, { $set: set, $unset: MADE })).matchedCount > 0;
    },
    async fail(id, why) {
      await uploads.updateOne({ _id: id }, { $set: { failed: why }, $unset: MADE });
    },
    async hold(id) {
      await uploads.updateOne({ _id: id, heldUntil: { $exists: true } }, { $set: { heldUntil: soon() } });
    },
    async takeUp(limit) {
      const found: TakenUp[] = [];
      while (found.length < limit) {
        const left = { heldUntil: { $lt: wall() } };
        const change = { $set: { heldUntil: soon() }, $inc: { tries: 1 } };
        const document = await uploads.findOneAndUpdate(left, change, {
          sort: { heldUntil: 1 },
          returnDocument: 'after',
        });
        if (document === null) break;
        const { arrived = '', tries = 1, at: sentAt } = document;
        found.push({ upload: { ...toUpload(document), arrived }, tries, sentAt });
      }
      return found;
    },
    async free() {
      await uploads.updateMany({ heldUntil: { $gt: wall() } }, { $set: { heldUntil: wall() } });
    },
    async arrivedNames() {
      const needed = uploads.find({ heldUntil: { $exists: true } }, { projection: { arrived: 1 } });
      return new Set((await needed.toArray()).flatMap(({ arrived }) => (arrived === undefined ? [] : [arrived])));
    },
    async takeBack(id) {
      const free = { _id: id, post: { $exists: false }, portrait: { $exists: false } };
      // No post can claim it from now on; if its files should stay behind, they go with what is over.
      const change = {
        $set: { failed: TAKEN_BACK, until: wall() },
        $unset: { ...MADE, picture: 1, recording: 1 },
      } as const;
      return (await uploads.updateOne(free, change)).matchedCount > 0;
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
        $and: [
          { $or: [{ picture: { $exists: true } }, { recording: { $exists: true } }] },
          { $or: [{ post: { $exists: false } }, { post }] },
        ],
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
    countUnused(by, only) {
      const recorded = only === undefined ? {} : { kind: { $exists: true } };
      return uploads.countDocuments({ by, post: { $exists: false }, ...FOR_POSTS, ...recorded });
    },
    async over(limit) {
      const found = uploads.find({ until: { $lt: wall() } }).sort({ until: 1 });
      return (await found.limit(limit).toArray()).map(toUpload);
    },
    async remove(id) {
      await uploads.deleteOne({ _id: id });
    },
  };
}
