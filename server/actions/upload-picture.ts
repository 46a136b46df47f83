import type { PersonIri } from '../community/ids.ts';
import {
  checkDescription,
  describedAs,
  type Focus,
  KEPT_AS,
  PICTURES,
  PORTRAITS,
  type PortraitKind,
  stateOf,
  type Upload,
} from '../community/media.ts';
import { numberAt } from '../community/numbers.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { House } from './house.ts';

/** What somebody says of a picture. */
export interface SaidOfPicture {
  readonly description?: string;
  readonly focus?: Focus;
}

type UploadRefusal = 'no-picture' | 'too-large' | 'too-long' | 'too-many';
type Making = Pick<House, 'uploads' | 'pictures' | 'mediaFiles' | 'clock' | 'random' | 'log'>;

/**
 * Somebody here sends a picture. It is looked at before the answer, and made anew afterwards (`made`), because that
 * takes its time; the file that was received is gone then, whatever became of it.
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
  const format = await house.pictures.look(path);
  if (!format.ok) return format;
  if ((await house.uploads.countUnused(by)) >= PICTURES.unused) {
    return refused('too-many', 'You have sent many pictures that are in no post. Use them, or wait a day.');
  }
  const name = house.random(24);
  const { mediaType, ending } = KEPT_AS[format.value];
  const words = describedAs(description);
  const upload: Upload = {
    id: numberAt(house.clock.now(), name).toString(),
    by,
    file: `${name}.${ending}`,
    preview: `${name}-small.${ending}`,
    mediaType,
    ...(words === undefined ? {} : { description: words }),
    ...(focus === undefined ? {} : { focus }),
    ...(portrait === undefined ? {} : { portrait }),
  };
  if (!(await house.uploads.add(upload))) throw new Error(`two uploads have the number ${upload.id}`);
  const made = make(house, upload, { path, format: format.value })
    .catch((cause) => house.log.error({ err: cause, upload: upload.id }, 'a picture could not be made'))
    .finally(() => house.mediaFiles.discard(path));
  return accepted({ upload, made });
}

async function make(
  { pictures, mediaFiles, uploads, log }: Making,
  { id, file, preview, portrait }: Upload,
  sent: { readonly path: string; readonly format: keyof typeof KEPT_AS },
): Promise<void> {
  const made = await pictures.make(sent.path, sent.format, portrait && PORTRAITS[portrait]);
  if (!made.ok) {
    log.info({ upload: id, refusal: made.refusal }, 'a picture was refused');
    return uploads.fail(id, made.refusal.text);
  }
  const { full, preview: smaller, ...picture } = made.value;
  await mediaFiles.keep(file, full);
  await mediaFiles.keep(preview, smaller);
  await uploads.finish(id, picture);
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
    return refused('in-a-post', 'This picture is in a post already. Change the post to describe it otherwise.');
  }
  const wrong = checkDescription(description);
  if (wrong) return { ok: false, refusal: wrong };
  const words = description === undefined ? {} : { description: describedAs(description) ?? '' };
  await uploads.describe(id, { ...words, ...(focus === undefined ? {} : { focus }) });
  return accepted((await uploads.get(id)) ?? upload);
}

/** Of somebody else's as well: it is not even said that it is there. */
export const noSuchUpload = () => refused('no-such-upload', 'This picture is not there any more. Send it again.');
