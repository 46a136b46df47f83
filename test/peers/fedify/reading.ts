import type { Context } from '@fedify/fedify';
import { type Object as ActivityObject, Article, Hashtag, Mention, Note, Page, Question } from '@fedify/fedify/vocab';
import type { Peer } from './state.ts';
import type { SeenNote, SeenPoll } from './wire.ts';

/** What a Mastodon timeline can show. */
export type Post = Note | Article | Page | Question;

export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

export function isPost(object: unknown): object is Post {
  return object instanceof Note || object instanceof Article || object instanceof Page || object instanceof Question;
}

/** `Note`, `Group`, … */
export function typeName(object: object): string {
  return object.constructor.name;
}

/**
 * Fetches an object at its own origin, with a GET signed by `user` (Mastodon signs its fetches too).
 * Returns null when it is not there, not ActivityPub, or says that it lives elsewhere.
 */
export async function fetchObject(ctx: Context<Peer>, user: string, iri: string): Promise<ActivityObject | null> {
  const documentLoader = await ctx.getDocumentLoader({ identifier: user });
  return ctx.lookupObject(iri, { documentLoader });
}

/** A handle's actor by WebFinger. Fedify asks by https only for `acct:`, so the question is put here, by http. */
export async function resolveHandle(handle: string): Promise<string> {
  const [name, host] = handle.replace(/^@/, '').split('@');
  if (!name || !host) throw new Error(`${handle} is no handle: write @name@host`);
  const resource = encodeURIComponent(`acct:${name}@${host}`);
  const answer = await fetch(`http://${host}/.well-known/webfinger?resource=${resource}`, {
    headers: { accept: 'application/jrd+json' },
  });
  if (!answer.ok) throw new Error(`WebFinger of ${host} answered ${answer.status} for ${handle}`);
  const found = (await answer.json()) as { links?: { rel?: string; type?: string; href?: string }[] };
  const self = found.links?.find((link) => link.rel === 'self' && /activity\+json|ld\+json/.test(link.type ?? ''));
  if (!self?.href) throw new Error(`WebFinger of ${host} names no actor for ${handle}`);
  return self.href;
}

function hrefs(ids: URL[]): string[] {
  return ids.map((id) => id.href);
}

/** A post as a timeline shows it. */
export async function seeNote(ctx: Context<Peer>, post: Post, id: string): Promise<SeenNote> {
  const mentions: string[] = [];
  const hashtags: string[] = [];
  for await (const tag of post.getTags(ctx)) {
    if (tag instanceof Mention && tag.href) mentions.push(tag.href.href);
    if (tag instanceof Hashtag && tag.name) hashtags.push(tag.name.toString());
  }
  return {
    id,
    type: typeName(post),
    author: post.attributionId?.href ?? '',
    name: post.name?.toString() ?? null,
    content: post.content?.toString() ?? '',
    inReplyTo: post.replyTargetId?.href ?? null,
    published: post.published?.toString() ?? null,
    updated: post.updated?.toString() ?? null,
    to: hrefs(post.toIds),
    cc: hrefs(post.ccIds),
    mentions,
    hashtags,
    via: [],
    announcedBy: [],
  };
}

async function optionsOf(ctx: Context<Peer>, objects: AsyncIterable<ActivityObject>): Promise<SeenPoll['options']> {
  const options: SeenPoll['options'] = [];
  for await (const option of objects) {
    const replies = await option.getReplies(ctx);
    options.push({ name: option.name?.toString() ?? '', votes: replies?.totalItems ?? null });
  }
  return options;
}

/** A Question as a poll is shown; `votes` is null where the origin hides the tally. */
export async function seePoll(ctx: Context<Peer>, question: Question, id: string): Promise<SeenPoll> {
  const exclusive = await optionsOf(ctx, question.getExclusiveOptions(ctx));
  const multiple = exclusive.length === 0;
  const options = multiple ? await optionsOf(ctx, question.getInclusiveOptions(ctx)) : exclusive;
  const { closed } = question;
  return {
    id,
    author: question.attributionId?.href ?? '',
    content: question.content?.toString() ?? '',
    multiple,
    options,
    endTime: question.endTime?.toString() ?? null,
    closed: typeof closed === 'boolean' ? closed || null : (closed?.toString() ?? null),
    votersCount: question.voters,
    via: [],
    announcedBy: [],
  };
}
