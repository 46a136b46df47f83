import { PUBLIC } from './reading.ts';
import type { Account } from './state.ts';
import type { Json, QuestionRequest } from './wire.ts';

const CONTEXT = [
  'https://www.w3.org/ns/activitystreams',
  {
    sensitive: 'as:sensitive',
    Hashtag: 'as:Hashtag',
    toot: 'http://joinmastodon.org/ns#',
    votersCount: 'toot:votersCount',
  },
];

/** Somebody named in a post. */
export type Mentioned = { iri: string; handle: string };

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Plain text as Mastodon's HTML. A mention that is not in the text is put after it. */
export function asHtml(text: string, mentions: Mentioned[]): string {
  let html = escapeHtml(text);
  const missing: string[] = [];
  for (const { iri, handle } of mentions) {
    const [name] = handle.split('@');
    const link = `<span class="h-card" translate="no"><a href="${iri}" class="u-url mention">@<span>${name}</span></a></span>`;
    const written = [`@${handle}`, `@${name}`].find((form) => html.includes(form));
    if (written) html = html.replace(written, link);
    else missing.push(link);
  }
  const paragraphs = html.split(/\n{2,}/).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`);
  return [...paragraphs, ...(missing.length > 0 ? [`<p>${missing.join(' ')}</p>`] : [])].join('');
}

/** Words of a text with `#` before them; what stands in a tag or an address is none. */
function hashtagsIn(html: string): string[] {
  const text = html.replaceAll(/<[^>]*>/g, ' ');
  return [...text.matchAll(/(?<![\w&/])#(\p{L}[\p{L}\p{N}_]*)/gu)].map(([, word]) => word ?? '');
}

export type Addressing = { to: string[]; cc: string[] };

/** Public, followers only, or direct: where Mastodon puts whom. */
export function addressing(
  account: Account,
  audience: 'public' | 'followers' | string[],
  mentions: string[],
): Addressing {
  const followers = `${account.iri}/followers`;
  if (audience === 'public') return { to: [PUBLIC], cc: [followers, ...mentions] };
  if (audience === 'followers') return { to: [followers], cc: mentions };
  return { to: [...new Set([...audience, ...mentions])], cc: [] };
}

type NoteParts = { id: string; html: string; where: Addressing; mentions: Mentioned[]; inReplyTo: string | null };

export function note(account: Account, { id, html, where, mentions, inReplyTo }: NoteParts): Json {
  const iri = `${account.iri}/statuses/${id}`;
  return {
    '@context': CONTEXT,
    id: iri,
    type: 'Note',
    summary: null,
    inReplyTo,
    published: new Date().toISOString(),
    url: `${account.iri.replace('/users/', '/@')}/${id}`,
    attributedTo: account.iri,
    ...where,
    sensitive: false,
    content: html,
    attachment: [],
    tag: [
      ...mentions.map(({ iri: href, handle }) => ({ type: 'Mention', href, name: `@${handle}` })),
      ...hashtagsIn(html).map((word) => ({
        type: 'Hashtag',
        href: `${new URL(iri).origin}/tags/${word.toLowerCase()}`,
        name: `#${word}`,
      })),
    ],
  };
}

export function question(account: Account, id: string, request: QuestionRequest): Json {
  const where = addressing(account, request.to ?? 'public', []);
  const options = request.options.map((name) => ({
    type: 'Note',
    name,
    replies: { type: 'Collection', totalItems: 0 },
  }));
  return {
    ...note(account, { id, html: asHtml(request.content, []), where, mentions: [], inReplyTo: null }),
    type: 'Question',
    endTime: new Date(Date.now() + request.minutes * 60_000).toISOString(),
    votersCount: 0,
    [request.multiple ? 'anyOf' : 'oneOf']: options,
  };
}

/** An activity around an object, addressed like it; `suffix` makes its id as Mastodon does (…/activity, …#delete). */
export function around(account: Account, type: string, object: Json, suffix: string): Json {
  const { '@context': context, ...inner } = object;
  return {
    '@context': context ?? CONTEXT,
    id: `${String(object.id)}${suffix}`,
    type,
    actor: account.iri,
    published: new Date().toISOString(),
    to: object.to,
    cc: object.cc,
    object: inner,
  };
}

/** A vote, exactly as Mastodon's VoteSerializer writes it: no content, no published, an id that cannot be fetched. */
export function vote(account: Account, id: string, poll: { id: string; author: string }, choice: string): Json {
  const iri = `${account.iri}#votes/${id}`;
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${iri}/activity`,
    type: 'Create',
    actor: account.iri,
    to: poll.author,
    object: { id: iri, type: 'Note', name: choice, attributedTo: account.iri, inReplyTo: poll.id, to: poll.author },
  };
}

/** A bare activity such as Follow or Like, whose id is a fragment of its actor. */
export function gesture(account: Account, type: string, fragment: string, object: unknown, more: Json = {}): Json {
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${account.iri}#${fragment}`,
    type,
    actor: account.iri,
    object,
    ...more,
  };
}

/** The activity as it stands inside another one. */
export function embedded(activity: Json): Json {
  const { '@context': _context, ...rest } = activity;
  return rest;
}
