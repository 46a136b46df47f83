import type { Context } from '@fedify/fedify';
import { type Object as ActivityObject, isActor, Question } from '@fedify/fedify/vocab';
import { deliver } from './deliver.ts';
import { addressing, around, asHtml, embedded, gesture, type Mentioned, note, question, vote } from './documents.ts';
import { fetchObject, isPost, PUBLIC, resolveHandle, seePoll, typeName } from './reading.ts';
import type { Account, Peer } from './state.ts';
import type { Json, Looked, NoteRequest, QuestionRequest, Sent, SentNote } from './wire.ts';

/** What a user of this server does. Each sends what Mastodon sends, to whom Mastodon sends it. */
export type Doing<Asked, Done> = (ctx: Context<Peer>, account: Account, asked: Asked) => Promise<Done>;

/** An actor's id as it stands, or a handle resolved by WebFinger. */
async function actorId(target: string): Promise<string> {
  return target.startsWith('http') ? target : resolveHandle(target);
}

async function found(ctx: Context<Peer>, account: Account, iri: string): Promise<ActivityObject> {
  const object = await fetchObject(ctx, account.name, iri);
  if (!object) throw new Error(`${iri} cannot be fetched`);
  return object;
}

export async function authorOf(ctx: Context<Peer>, account: Account, iri: string): Promise<string> {
  const object = await found(ctx, account, iri);
  if (!isPost(object) || !object.attributionId) throw new Error(`${iri} is a ${typeName(object)} without an author`);
  return object.attributionId.href;
}

async function mentioned(ctx: Context<Peer>, account: Account, iri: string): Promise<Mentioned> {
  const actor = await found(ctx, account, iri);
  if (!isActor(actor)) throw new Error(`${iri} is a ${typeName(actor)}, which nobody can mention`);
  return { iri, handle: `${actor.preferredUsername ?? 'nobody'}@${new URL(iri).host}` };
}

export const follow: Doing<{ target: string }, Sent> = async (ctx, account, asked) => {
  const target = await actorId(asked.target);
  const activity = gesture(account, 'Follow', `follows/${ctx.data.newId()}`, target);
  account.following.set(target, { target, activity: String(activity.id), state: 'requested' });
  return { activity: await deliver(ctx, account, { activity, to: [target], followers: false, personal: true }) };
};

export const undo: Doing<{ activity: string }, Sent> = async (ctx, account, asked) => {
  const done = ctx.data.sent.get(asked.activity);
  if (!done) throw new Error(`${asked.activity} was never sent`);
  const { '@context': context, to, cc } = done.activity;
  const more = { '@context': context, to, cc };
  const activity = gesture(account, 'Undo', `undo/${ctx.data.newId()}`, embedded(done.activity), more);
  return { activity: await deliver(ctx, account, { ...done, activity }) };
};

export const unfollow: Doing<{ target: string }, Sent> = async (ctx, account, asked) => {
  const target = await actorId(asked.target);
  const following = account.following.get(target);
  if (!following) throw new Error(`${account.name} does not follow ${target}`);
  account.following.delete(target);
  return undo(ctx, account, following);
};

export const writeNote: Doing<NoteRequest, SentNote> = async (ctx, account, asked) => {
  const audience = asked.to ?? 'public';
  const direct = Array.isArray(audience);
  const asNamed = [asked.mention ?? [], direct ? audience : []].flat();
  const named = [...new Set(await Promise.all(asNamed.map(actorId)))];
  const mentions = await Promise.all(named.map((iri) => mentioned(ctx, account, iri)));
  const where = addressing(account, direct ? named : audience, named);
  const html = asked.html ? asked.content : asHtml(asked.content, mentions);
  const inReplyTo = asked.inReplyTo ?? null;
  const parent = inReplyTo ? [await authorOf(ctx, account, inReplyTo)] : [];
  const document = note(account, { id: ctx.data.newId(), html, where, mentions, inReplyTo });
  return publish(ctx, account, document, { to: direct ? named : [...named, ...parent], followers: !direct });
};

async function publish(
  ctx: Context<Peer>,
  account: Account,
  document: Json,
  { to, followers }: { to: string[]; followers: boolean },
): Promise<SentNote> {
  const activity = around(account, 'Create', document, '/activity');
  const id = String(document.id);
  ctx.data.documents.set(id, document);
  ctx.data.documents.set(`${id}/activity`, activity);
  return { note: id, activity: await deliver(ctx, account, { activity, to, followers, personal: false }) };
}

export const ask: Doing<QuestionRequest, SentNote> = async (ctx, account, asked) => {
  const document = question(account, ctx.data.newId(), asked);
  ctx.data.ownPolls.set(String(document.id), { account, votes: new Map() });
  const to = Array.isArray(asked.to) ? asked.to : [];
  return publish(ctx, account, document, { to, followers: to.length === 0 });
};

/** One Create per choice, as Mastodon does. It looks at the options, but neither at the time nor at earlier votes. */
export const castVote: Doing<{ question: string; choices: string[] }, { activities: string[] }> = async (
  ctx,
  account,
  asked,
) => {
  const object = await found(ctx, account, asked.question);
  if (!(object instanceof Question)) throw new Error(`${asked.question} is a ${typeName(object)}, not a Question`);
  const poll = await seePoll(ctx, object, asked.question);
  const unknown = asked.choices.find((choice) => poll.options.every((option) => option.name !== choice));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no option of ${asked.question}`);
  const activities: string[] = [];
  for (const choice of asked.choices) {
    const activity = vote(account, ctx.data.newId(), poll, choice);
    activities.push(await deliver(ctx, account, { activity, to: [poll.author], followers: false, personal: true }));
  }
  return { activities };
};

export const like: Doing<{ object: string }, Sent> = async (ctx, account, asked) => {
  const author = await authorOf(ctx, account, asked.object);
  const activity = gesture(account, 'Like', `likes/${ctx.data.newId()}`, asked.object);
  return { activity: await deliver(ctx, account, { activity, to: [author], followers: false, personal: true }) };
};

export const announce: Doing<{ object: string }, Sent> = async (ctx, account, asked) => {
  const author = await authorOf(ctx, account, asked.object);
  const id = `${account.iri}/statuses/${ctx.data.newId()}/activity`;
  const published = new Date().toISOString();
  const audience = { to: [PUBLIC], cc: [author, `${account.iri}/followers`] };
  const activity = { ...gesture(account, 'Announce', '', asked.object, audience), id, published };
  ctx.data.documents.set(id, activity);
  return { activity: await deliver(ctx, account, { activity, to: [author], followers: true, personal: false }) };
};

function ownDocument(ctx: Context<Peer>, account: Account, iri: string): Json {
  const document = ctx.data.documents.get(iri);
  if (document?.attributedTo !== account.iri) throw new Error(`${account.name} wrote no ${iri}`);
  return document;
}

export const edit: Doing<{ note: string; content: string }, Sent> = async (ctx, account, asked) => {
  const before = ownDocument(ctx, account, asked.note);
  const mentions = (before.tag as { href: string; name: string }[]).map(({ href, name }) => ({
    iri: href,
    handle: name.slice(1),
  }));
  const document = { ...before, content: asHtml(asked.content, mentions), updated: new Date().toISOString() };
  ctx.data.documents.set(asked.note, document);
  const activity = around(account, 'Update', document, `#updates/${ctx.data.newId()}`);
  return { activity: await deliver(ctx, account, { ...audienceOf(ctx, asked.note), activity }) };
};

function audienceOf(ctx: Context<Peer>, iri: string): { to: string[]; followers: boolean; personal: boolean } {
  const created = ctx.data.sent.get(`${iri}/activity`);
  return { to: created?.to ?? [], followers: created?.followers ?? true, personal: false };
}

export const remove: Doing<{ note: string }, Sent> = async (ctx, account, asked) => {
  const { '@context': context, to, cc } = ownDocument(ctx, account, asked.note);
  const tombstone = { '@context': context, id: asked.note, type: 'Tombstone', to, cc };
  ctx.data.documents.delete(asked.note);
  ctx.data.documents.delete(`${asked.note}/activity`);
  const activity = around(account, 'Delete', tombstone, '#delete');
  return { activity: await deliver(ctx, account, { ...audienceOf(ctx, asked.note), activity }) };
};

/** Any other activity, in the user's name, to one actor's own inbox (Flag, Block, Leave, or something misshapen). */
export const send: Doing<{ to: string; activity: Json }, Sent> = async (ctx, account, asked) => {
  const activity = { ...gesture(account, 'Activity', `sent/${ctx.data.newId()}`, null), ...asked.activity };
  return { activity: await deliver(ctx, account, { activity, to: [asked.to], followers: false, personal: true }) };
};

export const lookup: Doing<{ iri: string }, Looked> = async (ctx, account, asked) => {
  const object = await found(ctx, account, await actorId(asked.iri));
  return { id: object.id?.href ?? '', type: typeName(object), document: (await object.toJsonLd(ctx)) as Json };
};
