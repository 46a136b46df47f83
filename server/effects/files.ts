import type { House } from '../actions/house.ts';
import { removeFiles } from '../actions/upload-picture.ts';
import { type Upload, uploadsIn } from '../community/media.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { EffectParts } from './parts.ts';

type Needs = Pick<House, 'uploads' | 'mediaFiles'>;

/**
 * Those files of a post that it has stay; those that it no longer has are deleted, all of them once it is deleted.
 * What was never in it may be on its way into it just now, and is left to its day's end.
 */
export async function tidyFiles({ house }: EffectParts, { iri }: Post): Promise<void> {
  // As it is now: an earlier edition may have had others.
  const [post, uploads] = await Promise.all([house.posts.byIri(iri), house.uploads.ofPost(iri)]);
  const kept = new Set(uploadsIn(post?.details?.attachments));
  await house.uploads.settle([...kept]);
  const gone = uploads.filter(({ id, settled }) => !kept.has(id) && (settled || post?.deletedAt !== undefined));
  for (const upload of gone) await removeUpload(house, upload);
}

/** What somebody shows of herself stays; what she showed before is deleted. */
export async function tidyPortraits({ house }: EffectParts, { iri }: Person): Promise<void> {
  const [person, uploads] = await Promise.all([house.people.byIri(iri), house.uploads.portraitsOf(iri)]);
  const shown = uploads.filter((upload) => isShown(person, upload));
  await house.uploads.settle(shown.map(({ id }) => id));
  for (const upload of uploads) if (upload.settled && !shown.includes(upload)) await removeUpload(house, upload);
}

const isShown = (person: Person | null, { portrait, file }: Upload): boolean =>
  portrait !== undefined && person?.goneAt === undefined && person?.[portrait]?.file === file;

/** The files first: a crash between leaves something that still knows of them. */
async function removeUpload(house: Needs, upload: Upload): Promise<void> {
  await removeFiles(house, upload);
  await house.uploads.remove(upload.id);
}

async function isUsed({ posts, people }: Pick<House, 'posts' | 'people'>, upload: Upload): Promise<boolean> {
  if (upload.portrait !== undefined) return isShown(await people.byIri(upload.by), upload);
  const post = upload.post === undefined ? null : await posts.byIri(upload.post);
  return uploadsIn(post?.details?.attachments).includes(upload.id);
}

const HOUR_MS = 60 * 60 * 1000;
const AT_A_TIME = 200;

/** Deletes what was sent more than a day ago and is in no post, and what never arrived whole. */
export async function purgeFiles(
  house: Needs & Pick<House, 'posts' | 'people'>,
  now: Date,
): Promise<{ readonly uploads: number; readonly arriving: number }> {
  let removed = 0;
  for (let more = true; more; ) {
    const over = await house.uploads.over(AT_A_TIME);
    for (const upload of over) {
      if (await isUsed(house, upload)) await house.uploads.settle([upload.id]);
      else {
        await removeUpload(house, upload);
        removed++;
      }
    }
    more = over.length === AT_A_TIME;
  }
  const needed = await house.uploads.arrivedNames();
  return { uploads: removed, arriving: await house.mediaFiles.sweep(new Date(now.getTime() - HOUR_MS), needed) };
}
