import type { PersonIri } from '../community/ids.ts';
import {
  attachmentOf,
  checkDescription,
  describedAs,
  PICTURES,
  stateOf,
  type Upload,
  uploadsIn,
} from '../community/media.ts';
import type { Attachment, Post, PostDetails } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { PostEffect } from '../ports/posts.ts';
import type { House } from './house.ts';
import { noSuchUpload, type SaidOfPicture } from './upload-picture.ts';

export type AttachRefusal = 'no-such-upload' | 'not-ready' | 'too-many' | 'too-long';
type Needs = Pick<House, 'uploads' | 'addresses'>;

/** A post that is about to be written, with the pictures that its author sent for it. */
export async function withPictures(
  house: Needs,
  post: Post,
  { author, uploads = [] }: { readonly author: PersonIri; readonly uploads?: readonly string[] },
): Promise<Result<Post, AttachRefusal>> {
  if (uploads.length === 0) return accepted(post);
  const attached = await attach(house, post, author, uploads);
  return attached.ok ? accepted({ ...post, details: { ...post.details, attachments: attached.value } }) : attached;
}

/** Pictures of a post that was refused are free for another one. */
export async function giveBack(house: Pick<House, 'uploads' | 'posts'>, { iri, details }: Post): Promise<void> {
  const ids = uploadsIn(details?.attachments);
  // Sent twice under one key, it may have been taken the other time.
  if (ids.length > 0 && (await house.posts.byIri(iri)) === null) await house.uploads.giveBack(iri, ids);
}

/** What a change of a post says of its pictures. */
export interface EditedPictures {
  /** All that it has then; absent: those it has. */
  readonly uploads?: readonly string[];
  /** What is said of some of them now. */
  readonly said?: ReadonlyMap<string, SaidOfPicture>;
}

/**
 * Which pictures a post has after a change. The post itself knows best what is said of those it has.
 *
 * @returns all its details then; `undefined` when the change says nothing of pictures
 */
export async function editPictures(
  house: Needs,
  post: Post,
  { uploads, said = new Map() }: EditedPictures,
): Promise<Result<PostDetails | undefined, AttachRefusal>> {
  const { attachments: before = [], ...rest } = post.details ?? {};
  if (uploads === undefined && said.size === 0) return accepted(undefined);
  for (const { description } of said.values()) {
    const wrong = checkDescription(description);
    if (wrong) return { ok: false, refusal: wrong };
  }
  const ids = uploads ?? uploadsIn(before);
  const attached = await attach(house, post, post.author as PersonIri, ids);
  if (!attached.ok) return attached;
  const had = new Map(before.map((one) => [one.here?.upload, one]));
  const attachments = attached.value.map((one) => {
    const id = one.here?.upload ?? '';
    return describedNow(had.get(id) ?? one, said.get(id));
  });
  return accepted({ ...rest, ...(attachments.length === 0 ? {} : { attachments }) });
}

function describedNow({ alt, ...attachment }: Attachment, said: SaidOfPicture | undefined): Attachment {
  const words = said?.description === undefined ? alt : describedAs(said.description);
  return {
    ...attachment,
    ...(words === undefined ? {} : { alt: words }),
    ...(said?.focus === undefined ? {} : { focus: said.focus }),
  };
}

/** What follows for files from a post that has, or had, pictures of this server's own. */
export const tidying = (...posts: readonly { readonly details?: PostDetails | undefined }[]): readonly PostEffect[] =>
  posts.some(({ details }) => uploadsIn(details?.attachments).length > 0) ? ['tidy-files'] : [];

/**
 * Takes pictures for a post, all or none, in their order: each must be hers, made, and in no other post.
 *
 * @returns what the post says of them
 */
export async function attach(
  house: Needs,
  { iri }: Pick<Post, 'iri'>,
  by: PersonIri,
  uploads: readonly string[],
): Promise<Result<readonly Attachment[], AttachRefusal>> {
  const ids = [...new Set(uploads)];
  if (ids.length > PICTURES.perPost) {
    return refused('too-many', said`A post has at most ${PICTURES.perPost} files. Leave some out.`);
  }
  const hers = new Set((await house.uploads.ofPost(iri)).map(({ id }) => id));
  const attachments: Attachment[] = [];
  for (const id of ids) {
    const upload = await house.uploads.claim(id, { by, post: iri });
    if (upload === null || stateOf(upload) !== 'ready') {
      const taken = ids.filter((one) => !hers.has(one));
      await house.uploads.giveBack(iri, taken);
      return whyNot(await house.uploads.get(id), by);
    }
    attachments.push(attachmentOf(upload, house.addresses.origin));
  }
  return accepted(attachments);
}

/** Of somebody else's it is not even said that they are there. */
function whyNot(upload: Upload | null, by: PersonIri) {
  if (upload === null || upload.by !== by) return noSuchUpload();
  if (upload.post !== undefined) {
    return refused('no-such-upload', 'This file is in another post already. Send it again for this one.');
  }
  if (stateOf(upload) === 'failed') return refused('no-such-upload', upload.failed ?? 'Send the file again.');
  return refused('not-ready', 'This file is still being made. Wait a moment and post again.');
}
