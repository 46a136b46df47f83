import type { Context } from '@fedify/fedify';
import * as doing from './doing.ts';
import * as gestures from './gestures.ts';
import type { Account, Peer } from './state.ts';
import type { Json } from './wire.ts';

type Field = 'string' | 'number' | 'strings' | 'object';
type Deed = {
  needs: Record<string, Field>;
  act: (ctx: Context<Peer>, account: Account, body: Json) => Promise<unknown>;
};

/** Joins a deed to the fields it cannot do without; they are checked before it is done. */
function deed<Asked>(
  needs: Record<string, Field>,
  act: (ctx: Context<Peer>, account: Account, asked: Asked) => Promise<unknown>,
): Deed {
  return { needs, act: (ctx, account, body) => act(ctx, account, body as Asked) };
}

const DEEDS: Record<string, Deed> = {
  follow: deed({ target: 'string' }, doing.follow),
  unfollow: deed({ target: 'string' }, doing.unfollow),
  note: deed({ content: 'string' }, doing.writeNote),
  question: deed({ content: 'string', options: 'strings', minutes: 'number' }, doing.ask),
  vote: deed({ question: 'string', choices: 'strings' }, doing.castVote),
  like: deed({ object: 'string' }, doing.like),
  announce: deed({ object: 'string' }, doing.announce),
  edit: deed({ note: 'string', content: 'string' }, doing.edit),
  delete: deed({ note: 'string' }, doing.remove),
  undo: deed({ activity: 'string' }, doing.undo),
  send: deed({ to: 'string', activity: 'object' }, doing.send),
  dislike: deed({ object: 'string' }, gestures.dislike),
  react: deed({ object: 'string', emoji: 'string' }, gestures.react),
  flag: deed({ account: 'string', posts: 'strings', content: 'string' }, gestures.flag),
  block: deed({ target: 'string' }, gestures.block),
  alias: deed({ of: 'string' }, gestures.alias),
  move: deed({ target: 'string' }, gestures.move),
  rename: deed({ name: 'string' }, gestures.rename),
  pin: deed({ object: 'string' }, gestures.pin),
  lookup: deed({ iri: 'string' }, doing.lookup),
};

const VIEWS: Record<string, (account: Account) => unknown> = {
  following: (account) => [...account.following.values()],
  followers: (account) => [...account.followers.keys()],
  timeline: (account) => [...account.timeline.values()],
  messages: (account) => [...account.messages.values()],
  polls: (account) => [...account.polls.values()],
  reactions: (account) => [...account.reactions.values()],
  blockedBy: (account) => [...account.blockedBy],
};

function holds(value: unknown, field: Field): boolean {
  switch (field) {
    case 'strings':
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    case 'object':
      return typeof value === 'object' && value !== null;
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
  }
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

async function bodyOf(request: Request): Promise<Json> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null ? (body as Json) : {};
}

async function act(ctx: Context<Peer>, name: string, request: Request): Promise<Response> {
  const chosen = DEEDS[name];
  if (!chosen) return json(404, { error: `no such deed: ${name}; there are ${Object.keys(DEEDS).join(', ')}` });
  const body = await bodyOf(request);
  const user = body.user ?? [...ctx.data.accounts.keys()][0];
  const account = ctx.data.accounts.get(String(user));
  if (!account) return json(400, { error: `no such user: ${String(user)}` });
  const missing = Object.entries(chosen.needs).find(([field, kind]) => !holds(body[field], kind));
  if (missing) return json(400, { error: `${name} needs ${missing[0]}: ${missing[1]}` });
  try {
    return json(200, await chosen.act(ctx, account, body));
  } catch (error) {
    return json(422, { error: error instanceof Error ? error.message : String(error) });
  }
}

function view(peer: Peer, name: string, user: string | null): Response {
  if (name === 'health') return json(200, peer.health);
  if (name === 'reports') return json(200, peer.reports);
  if (name === 'inbox') return json(200, user ? peer.inbox.filter(({ users }) => users.includes(user)) : peer.inbox);
  const shown = VIEWS[name];
  if (!shown) return json(404, { error: `no such view: ${name}` });
  const account = peer.accounts.get(user ?? '');
  return account ? json(200, shown(account)) : json(400, { error: `no such user: ${user ?? '(none named)'}` });
}

/** The interface that drives this server: POST to act for a user, GET to see what a user sees. */
export async function answerControl(ctx: Context<Peer>, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const name = url.pathname.replace(/^\/control\//, '');
  return request.method === 'POST' ? act(ctx, name, request) : view(ctx.data, name, url.searchParams.get('user'));
}
