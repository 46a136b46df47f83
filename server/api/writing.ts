import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { newPostIri } from '../actions/publish-post.ts';
import type { EditedPictures } from '../actions/uploads.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Post, PostDetails } from '../community/post.ts';
import { flag, many, saidIn, words } from './bodies.ts';
import { ApiError, refusalError } from './errors.ts';
import { type Actor, actorNamed, postBy } from './find.ts';
import type { ApiParts } from './parts.ts';
import { present, saidOfPicture } from './routes/media.ts';

/** Uploads by their numbers; how many a post may have the action says. */
const uploads = z
  .unknown()
  .optional()
  .transform((said) => (said === undefined ? undefined : many(z.coerce.string().max(20)).parse(said)));

/** What an app sends when somebody writes. What is not named here is passed over. */
export const writing = z.object({
  status: words(100_000).default(''),
  in_reply_to_id: z.preprocess(
    (said) => (said === null || said === '' ? undefined : said),
    z.string().max(20).optional(),
  ),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).optional().catch(undefined),
  spoiler_text: words(500),
  sensitive: flag.optional(),
  language: words(20),
  poll: z.unknown().optional(),
  media_ids: uploads,
  scheduled_at: words(100),
});
type Writing = z.output<typeof writing>;

export const edition = z.object({
  status: words(100_000).default(''),
  spoiler_text: words(500),
  sensitive: flag.optional(),
  language: words(20),
  media_ids: uploads,
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
const isLanguage = (said: string): boolean => /^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/i.test(said);

/**
 * Somebody writes with an app: into the community that she names (`@guild`), or that she answers in; else outside of
 * any community, to everybody or to the people she names. What cannot be done is refused, rather than done otherwise.
 */
export async function publish(parts: ApiParts, request: Request, viewer: Person, said: Writing): Promise<Post> {
  if (said.poll !== undefined && said.poll !== null && said.poll !== '') {
    throw new ApiError(422, 'A poll is a proposal here: propose it on the page of your community.');
  }
  if (said.scheduled_at) throw new ApiError(422, 'Posts cannot be written for later here yet.');
  const { house, actions } = parts;
  const parent = said.in_reply_to_id === undefined ? null : await postBy(house, said.in_reply_to_id, viewer);
  const { people, communities } = await namedIn(parts, said.status);
  const iri = await onceUnder(parts, request, viewer);
  const common = {
    author: viewer.iri,
    text: said.status,
    ...detailsOf(said),
    ...(parent === null ? {} : { inReplyTo: parent.iri }),
    ...(iri === undefined ? {} : { iri }),
    ...(said.media_ids === undefined ? {} : { uploads: said.media_ids }),
  };
  const community = parent === null ? communityNamed(communities) : (parent.community ?? null);
  const direct = said.visibility === 'direct';
  const written =
    community === null
      ? await actions.publishOwn({ ...common, to: people, audience: audienceOf(said, parent) })
      : await actions.publishPost({
          ...common,
          community,
          named: people,
          ...(direct && parent === null ? { circle: people } : {}),
        });
  if (!written.ok) throw refusalError(written.refusal);
  return written.value;
}

function audienceOf({ visibility }: Writing, parent: Post | null): 'public' | 'direct' {
  if (visibility === 'direct' || parent?.audience === 'direct') return 'direct';
  if (visibility !== 'private') return 'public';
  throw new ApiError(
    422,
    'There is no “followers only” here. Name a community to write to its members, or choose “public” or “mentioned people”.',
  );
}

function communityNamed(named: readonly Community[]) {
  const [first, second] = named;
  if (first === undefined) return null;
  if (second === undefined) return first.iri;
  throw new ApiError(422, `Name one community only: a post belongs to @${first.name} or to @${second.name}.`);
}

const MOST_NAMED = 50;

/** Whoever is named in a text and known here. */
async function namedIn({ house }: ApiParts, text: string) {
  const handles = [...text.matchAll(/(?<![\p{L}\p{N}/_])@([A-Za-z0-9_.-]+(?:@[A-Za-z0-9.-]+(?::\d+)?)?)/gu)].map(
    ([, handle = '']) => handle.replace(/[.-]+$/, ''),
  );
  const found = await Promise.all(
    [...new Set(handles)].slice(0, MOST_NAMED).map((handle) => actorNamed(house, handle)),
  );
  const known = found.filter((actor): actor is Actor => actor !== null);
  return {
    people: known.flatMap((actor): PersonIri[] => (actor.kind === 'person' ? [actor.person.iri] : [])),
    communities: known.flatMap((actor) => (actor.kind === 'community' ? [actor.community] : [])),
  };
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
async function onceUnder({ house, wall }: ApiParts, request: Request, viewer: Person): Promise<PostIri | undefined> {
  const key = request.get('Idempotency-Key');
  if (key === undefined || key === '') return undefined;
  const body = sha256(JSON.stringify(saidIn(request)));
  const post = newPostIri(house);
  const kept = await house.idempotency.keep({ id: sha256(viewer.iri, key), body, post, at: wall() });
  if (kept.body !== body) throw new ApiError(422, 'This Idempotency-Key was used for another post. Use a new one.');
  return kept.post;
}
