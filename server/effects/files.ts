import type { House } from '../actions/house.ts';
import { type Upload, uploadsIn } from '../community/media.ts';
import type { Post } from '../community/post.ts';
import type { EffectParts } from './parts.ts';

type Needs = Pick<House, 'uploads' | 'mediaFiles'>;

/** Those pictures of a post that it has stay; those that it no longer has are deleted, all of them once it is deleted. */
export async function tidyFiles({ house }: EffectParts, { iri }: Post): Promise<void> {
  // As it is now: an earlier edition may have had others.
  const [post, uploads] = await Promise.all([house.posts.byIri(iri), house.uploads.ofPost(iri)]);
  const kept = new Set(uploadsIn(post?.details?.attachments));
  await house.uploads.settle([...kept]);
  for (const upload of uploads) if (!kept.has(upload.id)) await removeUpload(house, upload);
}

/** The files first: a crash between leaves something that still knows of them. */
async function removeUpload({ uploads, mediaFiles }: Needs, { id, file, preview }: Upload): Promise<void> {
  await mediaFiles.remove(file);
  await mediaFiles.remove(preview);
  await uploads.remove(id);
}

const HOUR_MS = 60 * 60 * 1000;
const AT_A_TIME = 200;

/** Deletes what was sent more than a day ago and is in no post, and what never arrived whole. */
export async function purgeFiles(
  house: Needs & Pick<House, 'posts'>,
  now: Date,
): Promise<{ readonly uploads: number; readonly arriving: number }> {
  let removed = 0;
  for (let more = true; more; ) {
    const over = await house.uploads.over(AT_A_TIME);
    for (const upload of over) {
      const post = upload.post === undefined ? null : await house.posts.byIri(upload.post);
      if (uploadsIn(post?.details?.attachments).includes(upload.id)) await house.uploads.settle([upload.id]);
      else {
        await removeUpload(house, upload);
        removed++;
      }
    }
    more = over.length === AT_A_TIME;
  }
  return { uploads: removed, arriving: await house.mediaFiles.sweep(new Date(now.getTime() - HOUR_MS)) };
}
