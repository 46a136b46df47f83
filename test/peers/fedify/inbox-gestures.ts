import type { InboxContext } from '@fedify/fedify';
import {
  type Announce,
  type Block,
  type Dislike,
  type EmojiReact,
  type Flag,
  isActor,
  type Like,
  type Move,
  type Undo,
} from '@fedify/fedify/vocab';
import { follow, unfollow } from './doing.ts';
import { fetchObject, typeName } from './reading.ts';
import { type Account, accountOf, ignore, type Peer } from './state.ts';
import type { SeenReaction } from './wire.ts';

/** Whose post of this server this is. */
function authorHere(peer: Peer, post: string | undefined): Account | undefined {
  return accountOf(peer, peer.documents.get(post ?? '')?.attributedTo as string | undefined);
}

/** A like, dislike or emoji counts on a post that is here; read by Fedify's own classes. */
export async function onReaction(ctx: InboxContext<Peer>, reaction: Like | Dislike | EmojiReact): Promise<void> {
  const object = reaction.objectId?.href;
  const author = authorHere(ctx.data, object);
  const [id, from] = [reaction.id?.href, reaction.actorId?.href];
  if (!author || !object || !id || !from) return ignore(ctx.data, id, 'it is about no post of ours');
  const type = typeName(reaction) as SeenReaction['type'];
  author.reactions.set(id, { type, from, object, activity: id, content: reaction.content?.toString() ?? null });
}

/** A boost of a post that is here, beside whatever else the Announce does. */
export function noteBoost(peer: Peer, announce: Announce): void {
  const [id, from, object] = [announce.id?.href, announce.actorId?.href, announce.objectId?.href];
  const author = authorHere(peer, object);
  if (author && id && from && object) {
    author.reactions.set(id, { type: 'Announce', from, object, activity: id, content: null });
  }
}

/** Undo of a reaction, by whoever made it. Returns false when there is none such. */
export function undoReaction(peer: Peer, undo: Undo): boolean {
  const id = undo.objectId?.href ?? '';
  return [...peer.accounts.values()].some(
    ({ reactions }) => reactions.get(id)?.from === undo.actorId?.href && reactions.delete(id),
  );
}

export async function onFlag(ctx: InboxContext<Peer>, flag: Flag): Promise<void> {
  const objects = flag.objectIds.map(({ href }) => href);
  if (!objects.some((iri) => iri.startsWith(`${ctx.data.origin}/`))) {
    return ignore(ctx.data, flag.id?.href, 'it reports nobody here');
  }
  ctx.data.reports.push({ from: flag.actorId?.href ?? '', objects, content: flag.content?.toString() ?? null });
}

export async function onBlock(ctx: InboxContext<Peer>, block: Block): Promise<void> {
  const blocked = accountOf(ctx.data, block.objectId?.href);
  const by = block.actorId?.href;
  if (!blocked || !by) return ignore(ctx.data, block.id?.href, 'it blocks nobody here');
  blocked.followers.delete(by);
  blocked.blockedBy.add(by);
}

/** Followers go along, as at Mastodon, once the new account names the old one among its own. */
export async function onMove(ctx: InboxContext<Peer>, move: Move): Promise<void> {
  const [from, to] = [move.objectId?.href, move.targetId?.href];
  if (!from || !to || from !== move.actorId?.href) return ignore(ctx.data, move.id?.href, 'it moves somebody else');
  const followers = [...ctx.data.accounts.values()].filter((account) => account.following.has(from));
  const [first] = followers;
  if (!first) return ignore(ctx.data, move.id?.href, 'nobody here follows who moves');
  const target = await fetchObject(ctx, first.name, to);
  if (!isActor(target) || !target.aliasIds.some(({ href }) => href === from)) {
    return ignore(ctx.data, move.id?.href, 'the new account does not name the old one');
  }
  for (const account of followers) {
    await follow(ctx, account, { target: to });
    await unfollow(ctx, account, { target: from });
  }
}
