import type { Context } from '@fedify/fedify';
import { deliver } from './deliver.ts';
import { gesture } from './documents.ts';
import { authorOf, type Doing } from './doing.ts';
import { fetchObject, PUBLIC } from './reading.ts';
import type { Account, Peer } from './state.ts';
import type { FlagRequest, Json, Sent } from './wire.ts';

/** What a user does beside writing, following and liking; each as the server that is best known for it sends it. */

const LITEPUB = [
  'https://www.w3.org/ns/activitystreams',
  { litepub: 'http://litepub.social/ns#', EmojiReact: 'litepub:EmojiReact' },
];

async function toOne(ctx: Context<Peer>, account: Account, to: string, activity: Json): Promise<Sent> {
  return { activity: await deliver(ctx, account, { activity, to: [to], followers: false, personal: true }) };
}

/** Lemmy's downvote; `to` is its community there, and otherwise the author. */
export const dislike: Doing<{ object: string; to?: string }, Sent> = async (ctx, account, { object, to }) => {
  const target = to ?? (await authorOf(ctx, account, object));
  return toOne(ctx, account, target, gesture(account, 'Dislike', `dislikes/${ctx.data.newId()}`, object));
};

/** Pleroma's and Akkoma's emoji on a post. */
export const react: Doing<{ object: string; emoji: string }, Sent> = async (ctx, account, { object, emoji }) => {
  const more = { '@context': LITEPUB, content: emoji };
  const activity = gesture(account, 'EmojiReact', `reactions/${ctx.data.newId()}`, object, more);
  return toOne(ctx, account, await authorOf(ctx, account, object), activity);
};

/** A report, forwarded to the reported account's server: the account first, as GoToSocial and Mastodon put it. */
export const flag: Doing<FlagRequest, Sent> = (ctx, account, asked) => {
  const about = [asked.account, ...asked.posts];
  const activity = gesture(account, 'Flag', `flags/${ctx.data.newId()}`, about, { content: asked.content });
  return toOne(ctx, account, asked.account, activity);
};

export const block: Doing<{ target: string }, Sent> = (ctx, account, { target }) =>
  toOne(ctx, account, target, gesture(account, 'Block', `blocks/${ctx.data.newId()}`, target));

/** Says in this account's document that another one is the same person's: before a Move, not by an activity. */
export const alias: Doing<{ of: string }, { aliases: string[] }> = async (_ctx, account, { of }) => {
  account.aliases.add(of);
  return { aliases: [...account.aliases] };
};

/** Moves away: told to the followers, as Mastodon does, and to those whom the account follows. */
export const move: Doing<{ target: string }, Sent> = async (ctx, account, { target }) => {
  account.movedTo = target;
  const audience = { target, to: [`${account.iri}/followers`], cc: [...account.following.keys()] };
  const activity = gesture(account, 'Move', `moves/${ctx.data.newId()}`, account.iri, audience);
  return { activity: await deliver(ctx, account, { activity, to: audience.cc, followers: true, personal: true }) };
};

/** A new name in the profile, told to the followers and to those followed. */
export const rename: Doing<{ name: string }, Sent> = async (ctx, account, { name }) => {
  account.displayName = name;
  const actor = await fetchObject(ctx, account.name, account.iri);
  const { '@context': context, ...profile } = ((await actor?.toJsonLd(ctx)) ?? {}) as Json;
  const following = [...account.following.keys()];
  const more = { '@context': context, to: [PUBLIC], cc: following };
  const activity = gesture(account, 'Update', `updates/${ctx.data.newId()}`, profile, more);
  return { activity: await deliver(ctx, account, { activity, to: following, followers: true, personal: false }) };
};

/** What the moderators of a Group do with a post: Add to and Remove from its pinned posts, by the Group itself. */
export const pin: Doing<{ object: string; undo?: boolean }, Sent> = async (ctx, account, asked) => {
  const type = asked.undo === true ? 'Remove' : 'Add';
  const more = { target: `${account.iri}/featured`, to: [PUBLIC], cc: [`${account.iri}/followers`] };
  const activity = gesture(account, type, `pins/${ctx.data.newId()}`, asked.object, more);
  return { activity: await deliver(ctx, account, { activity, to: [], followers: true, personal: false }) };
};
