import { fromMarkdown, fromPlain } from '../../server/actions/content.ts';
import type { IncomingPost } from '../../server/actions/receive-post.ts';
import { activityIri, actorIri, postIri } from '../../server/community/ids.ts';
import type { Poll } from '../../server/community/post.ts';
import { oneLine } from '../../server/community/text.ts';
import { TITLE } from '../vocabulary/contexts.ts';
import { parseIri } from '../vocabulary/iri.ts';
import { isPublic } from '../vocabulary/names.ts';
import { escapeHtml } from '../vocabulary/objects/html.ts';
import {
  asArray,
  dateOf,
  idOf,
  idsOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  stringOf,
} from '../vocabulary/read.ts';
import { readDetails } from './read-details.ts';
import { authorOf } from './trusted-object.ts';

/** What others call a post; anything else is ignored. */
const POST_TYPES = ['Note', 'Article', 'Page', 'Question', 'Event', 'Video', 'Audio', 'Image', 'Document'] as const;

/**
 * A post from the wire in our words; `undefined` when it lacks an author or is no post. Its HTML is not yet cleaned.
 *
 * @param context the `@context` of the activity that carries it, which may name a language for all of it
 */
export function readPost(object: JsonObject, activity: string, context?: JsonValue): IncomingPost | undefined {
  const iri = idOf(object);
  const author = authorOf(object);
  const type = isOneOf(object, POST_TYPES);
  if (iri === undefined || author === undefined || type === undefined) return undefined;
  const named = oneLine(stringOf(memberOf(object, 'name') ?? memberOf(object, TITLE), 200) ?? '');
  const title = named === '' ? undefined : named;
  const inReplyTo = parentOf(object);
  const publishedAt = dateOf(memberOf(object, 'published'));
  const poll = type === 'Question' ? readPoll(object) : undefined;
  const html = contentOf(object, title);
  const updatedAt = dateOf(memberOf(object, 'updated'));
  const details = readDetails(object, context);
  return {
    iri: postIri(iri),
    activity: activityIri(activity),
    author: actorIri(author),
    html,
    addressed: addressesOf(object).map(actorIri),
    audience: addressesOf(object).some(isPublic) ? 'public' : 'direct',
    ...(title === undefined || inReplyTo !== undefined ? {} : { title }),
    ...(inReplyTo === undefined ? {} : { inReplyTo: postIri(inReplyTo) }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(poll === undefined ? {} : { poll }),
    ...(details === undefined ? {} : { details }),
  };
}

/** What it answers, when that is an address at all. */
function parentOf(object: JsonObject): string | undefined {
  const parent = idOf(memberOf(object, 'inReplyTo'));
  return parseIri(parent) === undefined ? undefined : parent;
}

/** The text, without the title where it begins with it again, as titled posts do for readers that show no titles. */
function contentOf(object: JsonObject, title: string | undefined): string {
  const map = memberOf(object, 'contentMap');
  const inMap = isObject(map) ? stringOf(Object.values(map)[0]) : undefined;
  const content = asHtml(stringOf(memberOf(object, 'content')) ?? inMap ?? '', object);
  const opening = title === undefined ? '' : `<p><strong>${escapeHtml(title)}</strong></p>`;
  return content.startsWith(opening) ? content.slice(opening.length) : content;
}

/** HTML it is unless it says otherwise: PeerTube sends Markdown, others plain text. */
function asHtml(content: string, object: JsonObject): string {
  const mediaType = stringOf(memberOf(object, 'mediaType'), 100) ?? '';
  if (/^text\/markdown\b/i.test(mediaType)) return fromMarkdown(content);
  return /^text\/plain\b/i.test(mediaType) ? fromPlain(content) : content;
}

/** Everybody an object or activity names: to, cc, audience and mentions. */
export function addressesOf(object: JsonObject): readonly string[] {
  const mentions = asArray(memberOf(object, 'tag'))
    .filter((tag) => isOneOf(tag, ['Mention']) !== undefined)
    .flatMap((tag) => stringOf(memberOf(tag, 'href'), 2048) ?? []);
  const named = ['to', 'cc', 'audience'].flatMap((key) => idsOf(memberOf(object, key)));
  return [...new Set([...named, ...mentions])].slice(0, 200);
}

/** A `Question` as its server states it; counts are that server's claim. */
export function readPoll(object: JsonObject): Poll | undefined {
  const single = asArray(memberOf(object, 'oneOf'));
  const listed = single.length > 0 ? single : asArray(memberOf(object, 'anyOf'));
  const choices = listed.filter((choice) => stringOf(memberOf(choice, 'name')) !== undefined);
  const options = choices.map((choice) => stringOf(memberOf(choice, 'name'), 200) ?? '');
  if (options.length < 2 || options.length > 50) return undefined;
  const closedAt = dateOf(memberOf(object, 'closed'));
  const closesAt = dateOf(memberOf(object, 'endTime'));
  const counts = closedAt === undefined ? undefined : choices.map(countOf);
  const voters = countIn(memberOf(object, 'votersCount'));
  return {
    options,
    multiple: single.length === 0,
    ...(closesAt === undefined ? {} : { closesAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(counts === undefined || counts.includes(-1) ? {} : { counts }),
    ...(voters >= 0 && closedAt !== undefined ? { voters } : {}),
  };
}

const countOf = (choice: JsonValue): number => countIn(memberOf(memberOf(choice, 'replies'), 'totalItems'));

/** A number of things, or -1 for whatever is none. */
function countIn(total: JsonValue | undefined): number {
  return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : -1;
}

/**
 * A vote (fediverse.md §2): a Note with the option's exact words as `name`, in reply to a question. Some servers add
 * content to it, so only name and inReplyTo tell.
 */
export function readVote(object: JsonObject): { readonly question: string; readonly choice: string } | undefined {
  const choice = stringOf(memberOf(object, 'name'), 500);
  const question = idOf(memberOf(object, 'inReplyTo'));
  if (choice === undefined || question === undefined || isOneOf(object, ['Note']) === undefined) return undefined;
  return { question, choice };
}
