import { basename } from 'node:path';
import type { PersonIri } from '../community/ids.ts';
import {
  checkDescription,
  describedAs,
  type Focus,
  KEPT_AS,
  PICTURES,
  type PictureFormat,
  PORTRAITS,
  type PortraitKind,
  RECORDED_AS,
  RECORDINGS,
  type RecordingKind,
  stateOf,
  type Upload,
} from '../community/media.ts';
import { numberAt } from '../community/numbers.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused, sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { MadeOf } from '../ports/media.ts';
import type { House } from './house.ts';

/** What somebody says of a picture. */
export interface SaidOfPicture {
  readonly description?: string;
  readonly focus?: Focus;
}

type UploadRefusal = 'no-picture' | 'no-recording' | 'too-large' | 'too-long' | 'too-many';
type Making = Pick<House, 'uploads' | 'pictures' | 'recordings' | 'mediaFiles' | 'clock' | 'random' | 'log'>;

/**
 * Somebody here sends a picture, a film or a sound. It is looked at before the answer, and made anew afterwards
 * (`made`), because that takes its time; the file that was received is gone then, whatever became of it. Where the
 * server stops meanwhile, the file stays, and it is taken up again (`takeUpMaking`).
 *
 * @param ask.path where the file lies that was received; this action sees to its end
 */
export async function uploadPicture(
  house: Making,
  ask: SaidOfPicture & { readonly by: PersonIri; readonly path: string; readonly portrait?: PortraitKind },
): Promise<Result<{ readonly upload: Upload; readonly made: Promise<void> }, UploadRefusal>> {
  const begun = await begin(house, ask).catch(async (cause) => {
    await house.mediaFiles.discard(ask.path);
    throw cause;
  });
  if (!begun.ok) await house.mediaFiles.discard(ask.path);
  return begun;
}

async function begin(
  house: Making,
  { by, path, description, focus, portrait }: Parameters<typeof uploadPicture>[1],
): Promise<Awaited<ReturnType<typeof uploadPicture>>> {
  const wrong = checkDescription(description);
  if (wrong) return { ok: false, refusal: wrong };
  const sent = await lookAt(house, path, portrait);
  if (!sent.ok) return sent;
  if (await hasTooMany(house, by, sent.value)) {
    return refused('too-many', 'You have sent many files that are in no post. Use them, or wait a day.');
  }
  const name = house.random(24);
  const words = describedAs(description);
  const upload: Upload = {
    id: numberAt(house.clock.now(), name).toString(),
    by,
    ...namesOf(name, sent.value),
    ...(words === undefined ? {} : { description: words }),
    ...(focus === undefined ? {} : { focus }),
    // Of a portrait nobody waits for what was interrupted.
    ...(portrait === undefined ? { arrived: basename(path) } : { portrait }),
  };
  if (!(await house.uploads.add(upload))) throw new Error(`two uploads have the number ${upload.id}`);
  return accepted({ upload, made: makeUpload(house, upload, path) });
}

/** What was sent: a picture of some format, or a recording of some kind. A portrait is a picture. */
type Sent = { readonly picture: PictureFormat } | { readonly recording: RecordingKind };

async function lookAt(
  { pictures, recordings }: Pick<Making, 'pictures' | 'recordings'>,
  path: string,
  portrait?: PortraitKind,
): Promise<Result<Sent, UploadRefusal>> {
  const recorded = portrait === undefined ? await recordings.look(path) : accepted(null);
  if (!recorded.ok) return recorded;
  if (recorded.value !== null) return accepted({ recording: recorded.value });
  const format = await pictures.look(path);
  return format.ok ? accepted({ picture: format.value }) : format;
}

async function hasTooMany({ uploads }: Pick<Making, 'uploads'>, by: PersonIri, sent: Sent): Promise<boolean> {
  if ((await uploads.countUnused(by)) >= PICTURES.unused) return true;
  return 'recording' in sent && (await uploads.countUnused(by, 'recordings')) >= RECORDINGS.unused;
}

function namesOf(name: string, sent: Sent): Pick<Upload, 'file' | 'preview' | 'mediaType' | 'kind'> {
  if ('picture' in sent) {
    const { mediaType, ending } = KEPT_AS[sent.picture];
    return { file: `${name}.${ending}`, preview: `${name}-small.${ending}`, mediaType };
  }
  const { mediaType, ending } = RECORDED_AS[sent.recording];
  const preview = sent.recording === 'video' ? { preview: `${name}-small.jpg` } : {};
  return { file: `${name}.${ending}`, ...preview, mediaType, kind: sent.recording };
}

/** Whoever makes one says so this often, so that nobody else takes it up. */
const HOLD_EVERY_MS = 15_000;

/** Makes what was sent. It never rejects: what breaks off stays as it is, to be taken up again. */
async function makeUpload(house: Making, upload: Upload, path: string): Promise<void> {
  const { uploads, mediaFiles, log } = house;
  const holding = setInterval(() => void uploads.hold(upload.id).catch(() => {}), HOLD_EVERY_MS).unref();
  try {
    const made = await makeOf(house, upload, path);
    if (!made.ok) {
      log.info({ upload: upload.id, refusal: made.refusal }, 'a file was refused');
      await uploads.fail(upload.id, sentenceOf(made.refusal));
    } else if (!(await uploads.finish(upload.id, made.value))) await removeFiles(house, upload);
    await mediaFiles.discard(path);
  } catch (cause) {
    log.error({ err: cause, upload: upload.id }, 'a file could not be made');
    if (upload.arrived === undefined) await mediaFiles.discard(path);
  } finally {
    clearInterval(holding);
  }
}

/** Makes it, and keeps the files. */
function makeOf(house: Making, upload: Upload, path: string): Promise<Result<MadeOf, UploadRefusal>> {
  return upload.kind === undefined ? makePicture(house, upload, path) : makeRecording(house, upload, upload.kind, path);
}

async function makePicture(
  { pictures, mediaFiles }: Making,
  { file, preview, portrait }: Upload,
  path: string,
): Promise<Result<MadeOf, UploadRefusal>> {
  const format = await pictures.look(path);
  if (!format.ok) return format;
  const made = await pictures.make(path, format.value, portrait && PORTRAITS[portrait]);
  if (!made.ok) return made;
  const { full, preview: smaller, ...picture } = made.value;
  await mediaFiles.keep(file, full);
  if (preview !== undefined) await mediaFiles.keep(preview, smaller);
  return accepted({ picture });
}

async function makeRecording(
  { recordings, mediaFiles }: Making,
  { file, preview }: Upload,
  kind: RecordingKind,
  path: string,
): Promise<Result<MadeOf, UploadRefusal>> {
  const made = await recordings.make(path, kind);
  if (!made.ok) return made;
  const { file: lies, preview: smaller, ...rest } = made.value;
  try {
    await mediaFiles.keep(file, lies);
    if (preview !== undefined && smaller !== undefined) await mediaFiles.keep(preview, smaller);
  } finally {
    await mediaFiles.discard(lies);
  }
  return accepted(rest);
}

/** How often a file is tried that broke off whatever was making it. */
const MOST_TRIES = 3;
const HOUR_MS = 60 * 60 * 1000;
const AT_A_TIME = 4;

/**
 * What was being made when a server stopped is made now, where its file lies on this machine.
 *
 * @param now the machine's time
 * @returns how many were taken up
 */
export async function takeUpMaking(house: Making, now: Date): Promise<number> {
  const left = await house.uploads.takeUp(AT_A_TIME);
  await Promise.all(
    left.map(async ({ upload, tries, sentAt }) => {
      const path = await house.mediaFiles.arrived(upload.arrived);
      // It may lie on another machine that will be back.
      if (path === null && now.getTime() - sentAt.getTime() < HOUR_MS) return;
      if (path !== null && tries <= MOST_TRIES) return makeUpload(house, upload, path);
      await house.uploads.fail(upload.id, said`This file could not be made. Send it again, or another one.`);
      if (path !== null) await house.mediaFiles.discard(path);
    }),
  );
  return left.length;
}

/** The files of an upload; gone already is fine. */
export async function removeFiles(
  { mediaFiles }: Pick<House, 'mediaFiles'>,
  { file, preview }: Pick<Upload, 'file' | 'preview'>,
): Promise<void> {
  await mediaFiles.remove(file);
  if (preview !== undefined) await mediaFiles.remove(preview);
}

/** Somebody takes back what she sent, before it is in a post. */
export async function takeUploadBack(
  house: Pick<House, 'uploads' | 'mediaFiles'>,
  { id, by }: { readonly id: string; readonly by: PersonIri },
): Promise<Result<null, 'no-such-upload' | 'in-a-post'>> {
  const { uploads, mediaFiles } = house;
  const upload = await uploads.get(id);
  if (upload === null || upload.by !== by || upload.portrait !== undefined) return noSuchUpload();
  if (!(await uploads.takeBack(id))) {
    return refused('in-a-post', 'This file is in a post. Change or delete the post to take it away.');
  }
  const arrived = upload.arrived === undefined ? null : await mediaFiles.arrived(upload.arrived);
  if (arrived !== null) await mediaFiles.discard(arrived);
  await removeFiles(house, upload);
  await uploads.remove(id);
  return accepted(null);
}

/** Somebody here shows a picture of herself, or of what she likes: as soon as it has been made. */
export async function portray(
  house: Making & Pick<House, 'people' | 'wake'>,
  { by, kind, path }: { readonly by: PersonIri; readonly kind: PortraitKind; readonly path: string },
): Promise<Result<null, UploadRefusal>> {
  const begun = await uploadPicture(house, { by, path, portrait: kind });
  if (!begun.ok) return begun;
  await begun.value.made;
  const upload = await house.uploads.get(begun.value.upload.id);
  if (upload === null || stateOf(upload) !== 'ready') {
    return refused('no-picture', upload?.failed ?? 'Your picture could not be made. Send it again.');
  }
  await house.people.portray(by, kind, { file: upload.file, mediaType: upload.mediaType });
  house.wake();
  return accepted(null);
}

/** She shows none any more. */
export async function unportray(
  house: Pick<House, 'people' | 'wake'>,
  { by, kind }: { readonly by: PersonIri; readonly kind: PortraitKind },
): Promise<void> {
  await house.people.portray(by, kind, null);
  house.wake();
}

/** Somebody says what is to be seen on a picture of hers, before it is in a post. */
export async function describeUpload(
  { uploads }: Pick<House, 'uploads'>,
  { id, by, description, focus }: SaidOfPicture & { readonly id: string; readonly by: PersonIri },
): Promise<Result<Upload, 'no-such-upload' | 'too-long' | 'in-a-post'>> {
  const upload = await uploads.get(id);
  if (upload === null || upload.by !== by) return noSuchUpload();
  if (upload.post !== undefined) {
    return refused('in-a-post', 'This file is in a post already. Change the post to describe it otherwise.');
  }
  const wrong = checkDescription(description);
  if (wrong) return { ok: false, refusal: wrong };
  const words = description === undefined ? {} : { description: describedAs(description) ?? '' };
  await uploads.describe(id, { ...words, ...(focus === undefined ? {} : { focus }) });
  return accepted((await uploads.get(id)) ?? upload);
}

/** Of somebody else's as well: it is not even said that it is there. */
export const noSuchUpload = () => refused('no-such-upload', 'This file is not there any more. Send it again.');
