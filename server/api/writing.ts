import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { newPostIri } from '../actions/publish-post.ts';
import type { EditedPictures } from '../actions/uploads.ts';
import { isLanguageTag } from '../actions/written-in.ts';
import type { PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Post, PostDetails } from '../community/post.ts';
import { QUOTE_POLICIES } from '../community/quote.ts';
import { REPLIES_STAY, switchesRepliesOff } from '../community/replies-off.ts';
import { type ScheduledPost, VISIBILITIES } from '../ports/scheduled-posts.ts';
import { flag, many, saidIn, words } from './bodies.ts';
import { ApiError, refusalError } from './errors.ts';
import { noticeBy, postBy } from './find.ts';
import type { ApiParts } from './parts.ts';
import { present, saidOfPicture } from './routes/media.ts';

/** `null` and nothing at all are what some apps send for what they do not say. */
const unsaid = (said: unknown): unknown => (said === null || said === '' ? undefined : said);

/** Uploads by their numbers; how many a post may have the action says. */
const uploads = z
  .unknown()
  .optional()
  .transform((said) => (said === undefined ? undefined : many(z.coerce.string().max(20)).parse(said)));

/** A moment as apps write it (ISO 8601). */
export const moment = z
  .string()
  .max(100)
  .transform((said, context) => {
    const at = new Date(said);
    if (Number.isFinite(at.getTime())) return at;
    context.addIssue({ code: 'custom', message: 'must be a time, like 2030-01-31T12:00:00Z' });
    return z.NEVER;
  });

/** Whom she lets quote it. */
export const quotePolicy = z.preprocess(unsaid, z.enum(QUOTE_POLICIES).optional());

/** What an app sends when somebody writes. What is not named here is passed over. */
export const writing = z.object({
  status: words(100_000).default(''),
  in_reply_to_id: z.preprocess(unsaid, z.string().max(20).optional()),
  // Passed over, it would go to more people than it was meant for.
  visibility: z.preprocess(
    unsaid,
    z.enum(VISIBILITIES, { error: `must be one of ${VISIBILITIES.join(', ')}` }).optional(),
  ),
  spoiler_text: words(500),
  sensitive: flag.optional(),
  language: words(20),
  poll: z.unknown().optional(),
  media_ids: uploads,
  quoted_status_id: z.preprocess(unsaid, z.string().max(20).optional()),
  quote_approval_policy: quotePolicy,
  scheduled_at: z.preprocess(unsaid, moment.optional()),
});
type Writing = z.output<typeof writing>;

export const edition = z.object({
  status: words(100_000).default(''),
  spoiler_text: words(500),
  sensitive: flag.optional(),
  language: words(20),
  media_ids: uploads,
  quote_approval_policy: quotePolicy,
  media_attributes: many(saidOfPicture.extend({ id: z.coerce.string().max(20) })),
});

/** Which pictures a post has after a change, and what is said of them. An app that names none leaves them as they are. */
export const picturesIn = ({ media_ids, media_attributes }: z.output<typeof edition>): EditedPictures => ({
  ...(media_ids === undefined ? {} : { uploads: media_ids }),
  said: new Map(media_attributes.map(({ id, ...said }) => [id, present(said)])),
});

/** What a change says besides the text. A language that is none leaves the one there was. */
export const besidesIn = ({ spoiler_text, sensitive, language }: z.output<typeof edition>) => ({
  ...(spoiler_text === undefined ? {} : { warning: spoiler_text }),
  ...(sensitive === undefined ? {} : { sensitive }),
  ...(language === undefined || !isLanguage(language) ? {} : { language }),
});

/** BCP 47, or none. */
const isLanguage = (said: string): boolean => said === '' || isLanguageTag(said);

/** Nobody writes here what others may not answer. */
export function checkReplies(said: unknown): void {
  if (switchesRepliesOff(said)) throw new ApiError(422, REPLIES_STAY);
}

/**
 * What an app sends when somebody writes, now or for later; an answer is to something that she may see.
 *
 * @returns `isNew`: it was not written before under the same key
 */
export async function publish(
  parts: ApiParts,
  request: Request,
  viewer: Person,
  said: Writing,
): Promise<{ readonly post: Post; readonly isNew: boolean } | { readonly scheduled: ScheduledPost }> {
  checkReplies(saidIn(request));
  if (said.poll !== undefined && said.poll !== null && said.poll !== '') {
    throw new ApiError(422, 'A poll is a proposal here: propose it on the page of your community.');
  }
  const { house, actions } = parts;
  const answered = said.in_reply_to_id === undefined ? {} : await answeredBy(house, said.in_reply_to_id, viewer);
  const quoted = said.quoted_status_id === undefined ? null : await postBy(house, said.quoted_status_id, viewer);
  const { iri, isNew } = await onceUnder(parts, request, viewer);
  const written = {
    author: viewer.iri,
    text: said.status,
    ...(said.visibility === undefined ? {} : { visibility: said.visibility }),
    ...detailsOf(said),
    ...answered,
    ...(quoted === null ? {} : { quote: quoted.iri }),
    ...(said.quote_approval_policy === undefined ? {} : { quotePolicy: said.quote_approval_policy }),
    ...(iri === undefined ? {} : { iri }),
    ...(said.media_ids === undefined ? {} : { uploads: said.media_ids }),
  };
  if (said.scheduled_at !== undefined) {
    const scheduled = await actions.schedulePost({ ...written, dueAt: said.scheduled_at });
    if (!scheduled.ok) throw refusalError(scheduled.refusal);
    return { scheduled: scheduled.value };
  }
  const done = await actions.writePost(written);
  if (!done.ok) throw refusalError(done.refusal);
  return { post: done.value, isNew };
}

/** A post, or a message from elsewhere, which is a notice here. */
async function answeredBy(
  house: ApiParts['house'],
  number: string,
  viewer: Person,
): Promise<{ inReplyTo: PostIri } | { message: string }> {
  const notice = await noticeBy(house, number, viewer);
  return notice === null ? { inReplyTo: (await postBy(house, number, viewer)).iri } : { message: notice.id };
}

function detailsOf({ spoiler_text, sensitive, language }: Writing): { details?: PostDetails } {
  const details: PostDetails = {
    ...(spoiler_text ? { warning: spoiler_text } : {}),
    ...(sensitive ? { sensitive: true } : {}),
    ...(language && isLanguage(language) ? { language } : {}),
  };
  return Object.keys(details).length === 0 ? {} : { details };
}

const sha256 = (...texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url');

/** The same key with the same text is the same post, however often and at once it is sent; with another it is refused. */
async function onceUnder(
  { house, wall }: ApiParts,
  request: Request,
  viewer: Person,
): Promise<{ readonly iri?: PostIri; readonly isNew: boolean }> {
  const key = request.get('Idempotency-Key');
  if (key === undefined || key === '') return { isNew: true };
  const body = sha256(JSON.stringify(saidIn(request)));
  const post = newPostIri(house);
  const kept = await house.idempotency.keep({ id: sha256(viewer.iri, key), body, post, at: wall() });
  if (kept.body !== body) throw new ApiError(422, 'This Idempotency-Key was used for another post. Use a new one.');
  return { iri: kept.post, isNew: kept.post === post };
}
