import {
  asArray,
  idOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  stringOf,
} from '../../../federation/vocabulary/read.ts';
import { plainText } from '../../actions/content.ts';
import type { Community } from '../../community/community.ts';
import type { PostIri } from '../../community/ids.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { editionNamed, type Post, type PostDetails } from '../../community/post.ts';
import { oneLine } from '../../community/text.ts';
import { isPoll } from '../entities/poll.ts';
import { ApiError, refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import type { ApiParts } from '../parts.ts';
import { answerPoll } from '../routes/polls.ts';
import { checkReplies } from '../writing.ts';
import { type Addressed, addressedBy } from './audience.ts';
import { markdownOf } from './markdown-of.ts';
import type { SaidActivity } from './said.ts';

/** What became of an activity: its new id, where it has one that stands for something. */
export interface Done {
  readonly location?: string;
}

/**
 * Somebody writes (ActivityPub §6.2): into the community that is addressed, or answered in; else to everybody, or to
 * the people addressed. A Note named like an option of a poll that it answers is a vote, and never a post.
 */
export async function create(parts: ApiParts, person: Person, said: SaidActivity): Promise<Done> {
  const object = said.object as JsonObject;
  checkReplies(object);
  const parent = await parentOf(parts, person, object);
  const choice = stringOf(memberOf(object, 'name'), 500);
  if (parent !== null && isPoll(parent) && choice !== undefined && isOneOf(object, ['Note']) !== undefined) {
    if (!parent.poll.options.includes(choice)) throw new ApiError(422, 'Choose one of the options shown.');
    await answerPoll(parts, parent, person, choice);
    return {};
  }
  if (isOneOf(object, ['Note', 'Article', 'Page']) === undefined) {
    const asks = isOneOf(object, ['Question']) !== undefined;
    const poll = 'A poll is a proposal here: propose it on the page of your community.';
    throw new ApiError(422, asks ? poll : 'What can be written here is a Note, an Article or a Page.');
  }
  if (asArray(memberOf(object, 'attachment')).length > 0) {
    throw new ApiError(
      422,
      'Files cannot come with this. Write the post without them, or use an app of the Mastodon API.',
    );
  }
  const written = await publish(parts, person, {
    to: await addressedBy(parts, person, said),
    parent,
    text: textOf(object),
    title: titleOf(object),
    details: detailsOf(object),
  });
  return { location: written.activity };
}

/** Somebody changes what she wrote (§6.3), or what others read about herself. */
export async function update(parts: ApiParts, person: Person, said: SaidActivity): Promise<Done> {
  const object = said.object as JsonObject;
  checkReplies(object);
  const post = await ownPost(parts, person, idOf(object));
  const title = titleOf(object) ?? post.title;
  const done = await parts.actions.editPost({
    post: post.iri,
    by: person.iri,
    text: textOf(object),
    ...(title === undefined ? {} : { title }),
  });
  if (!done.ok) throw refusalError(done.refusal);
  const after = await parts.house.posts.byIri(post.iri);
  return { location: parts.house.addresses.activity('update', post.iri, editionNamed(after ?? post)) };
}

/** Somebody deletes what she wrote (§6.4). */
export async function remove(parts: ApiParts, person: Person, { object }: SaidActivity): Promise<Done> {
  const post = await ownPost(parts, person, idOf(object));
  const done = await parts.actions.deletePost({ post: post.iri, by: person.iri });
  if (!done.ok) throw refusalError(done.refusal);
  return { location: parts.house.addresses.activity('delete', post.iri) };
}

/** A post that is there for her, asked for at its own server where it is not known yet. */
export async function postNamed(parts: ApiParts, person: Person, id: string | undefined): Promise<Post> {
  const { house } = parts;
  if (id === undefined) throw new ApiError(422, 'Say which post it is about, by its id.');
  const known = await house.posts.byIri(id as PostIri);
  const fetched = known === null && !house.addresses.isHere(id) ? await parts.lookUpPost(id) : null;
  const post = fetched === null ? known : await house.posts.byIri(fetched);
  if (post === null) throw new ApiError(404, 'There is no such post, or it is not for you.');
  return postBy(house, postNumber(post), person);
}

async function ownPost(parts: ApiParts, person: Person, id: string | undefined): Promise<Post> {
  const post = await postNamed(parts, person, id);
  if (post.author !== person.iri)
    throw new ApiError(403, 'This is not yours. Only its author can change or delete it.');
  return post;
}

async function parentOf(parts: ApiParts, person: Person, object: JsonObject): Promise<Post | null> {
  const id = idOf(memberOf(object, 'inReplyTo'));
  return id === undefined ? null : postNamed(parts, person, id);
}

interface Draft {
  readonly to: Addressed;
  readonly parent: Post | null;
  readonly text: string;
  readonly title: string | undefined;
  readonly details: PostDetails | undefined;
}

async function publish({ actions }: ApiParts, person: Person, draft: Draft): Promise<Post> {
  const { to, parent, text, title, details } = draft;
  const common = {
    author: person.iri,
    ...(details === undefined ? {} : { details }),
    ...(parent === null ? {} : { inReplyTo: parent.iri }),
  };
  const community = parent === null ? communityOf(to.communities) : (parent.community ?? null);
  const written =
    community === null
      ? await actions.publishOwn({
          ...common,
          // Outside communities nothing has a title of its own.
          text: title === undefined ? text : `**${title}**\n\n${text}`,
          to: to.people,
          audience: to.everybody ? 'public' : 'direct',
        })
      : await actions.publishPost({
          ...common,
          text,
          ...(title === undefined ? {} : { title }),
          community: typeof community === 'string' ? community : community.iri,
          named: to.people,
          ...circleOf(draft, community),
        });
  if (!written.ok) throw refusalError(written.refusal);
  return written.value;
}

function communityOf(named: readonly Community[]): Community | null {
  const [first, second] = named;
  if (first === undefined || second === undefined) return first ?? null;
  throw new ApiError(422, `Name one community only: a post belongs to @${first.name} or to @${second.name}.`);
}

/** Nothing is shown to more people than it was addressed to. */
function circleOf({ to, parent }: Draft, community: Community | string) {
  if (to.everybody || (parent !== null && parent.audience !== 'public')) return {};
  if (to.people.length > 0) return { circle: to.people };
  if (typeof community !== 'string' && community.membersOnly) return {};
  throw new ApiError(
    422,
    'What is written there can be read by everybody. Address it to as:Public as well, or to those members it is for.',
  );
}

/** As its author typed it, where that is said; else by its content, which is HTML unless it says otherwise. */
function textOf(object: JsonObject): string {
  const source = memberOf(object, 'source');
  if (isObject(source) && isTyped(memberOf(source, 'mediaType'))) return stringOf(memberOf(source, 'content')) ?? '';
  const map = memberOf(object, 'contentMap');
  const content = stringOf(memberOf(object, 'content') ?? (isObject(map) ? Object.values(map)[0] : undefined)) ?? '';
  return isTyped(memberOf(object, 'mediaType')) ? content : markdownOf(content);
}

const isTyped = (mediaType: JsonValue | undefined): boolean =>
  /^text\/(markdown|plain)\b/i.test(stringOf(mediaType, 100) ?? '');

function titleOf(object: JsonObject): string | undefined {
  const title = oneLine(stringOf(memberOf(object, 'name'), 1000) ?? '');
  return title === '' ? undefined : title;
}

function detailsOf(object: JsonObject): PostDetails | undefined {
  const summary = isOneOf(object, ['Note']) === undefined ? '' : (stringOf(memberOf(object, 'summary'), 2000) ?? '');
  const warning = oneLine(plainText(summary)).slice(0, 500);
  const map = memberOf(object, 'contentMap');
  const language = isObject(map) ? Object.keys(map)[0] : undefined;
  const details: PostDetails = {
    ...(warning === '' ? {} : { warning }),
    ...(memberOf(object, 'sensitive') === true ? { sensitive: true } : {}),
    ...(language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
  };
  return Object.keys(details).length === 0 ? undefined : details;
}
