import type { InboxContext } from '@fedify/fedify';
import { type Accept, type Follow, isActor, type Reject, type Undo } from '@fedify/fedify/vocab';
import { deliver } from './deliver.ts';
import { embedded, gesture } from './documents.ts';
import { undoReaction } from './inbox-gestures.ts';
import { type Account, accountOf, ignore, type Peer } from './state.ts';
import type { FollowState, Json } from './wire.ts';

/** Nobody here locks their account: every follow is accepted at once. */
export async function onFollow(ctx: InboxContext<Peer>, follow: Follow): Promise<void> {
  const account = accountOf(ctx.data, follow.objectId?.href);
  if (!account) return ignore(ctx.data, follow.id?.href, 'it follows nobody here');
  const follower = await follow.getActor(ctx);
  if (!isActor(follower) || !follower.id) return ignore(ctx.data, follow.id?.href, 'the follower is no actor');
  account.followers.set(follower.id.href, follower);
  const asked = embedded((await follow.toJsonLd(ctx)) as Json);
  const activity = gesture(account, 'Accept', `accepts/follows/${ctx.data.newId()}`, asked);
  await deliver(ctx, account, { activity, to: [follower.id.href], followers: false, personal: true });
}

function askedBy(peer: Peer, followId: string | undefined, target: string | undefined): FollowState | undefined {
  const asked = [...peer.accounts.values()].flatMap((account) => [...account.following.values()]);
  return asked.find((follow) => follow.activity === followId && follow.target === target);
}

/** An Accept or Reject counts only from the very actor that was asked, and names the Follow by its id. */
export function onAnswer(state: 'accepted' | 'rejected') {
  return async (ctx: InboxContext<Peer>, answer: Accept | Reject): Promise<void> => {
    const follow = askedBy(ctx.data, answer.objectId?.href, answer.actorId?.href);
    if (!follow) return ignore(ctx.data, answer.id?.href, 'it answers no Follow of ours by its id and target');
    follow.state = state;
  };
}

function stopsFollowing(account: Account, follower: string | undefined): boolean {
  return follower !== undefined && account.followers.delete(follower);
}

/** Undo of a Follow, of a Block, or of a reaction. Other undone things stay visible in the inbox list. */
export async function onUndo(ctx: InboxContext<Peer>, undo: Undo): Promise<void> {
  if (undoReaction(ctx.data, undo)) return;
  const wire = (await undo.toJsonLd(ctx)) as Json;
  const object = wire.object as Json | string | undefined;
  if (typeof object !== 'object') return;
  const account = accountOf(ctx.data, typeof object.object === 'string' ? object.object : undefined);
  if (object.type === 'Block' && undo.actorId) account?.blockedBy.delete(undo.actorId.href);
  if (object.type !== 'Follow') return;
  if (!account || !stopsFollowing(account, undo.actorId?.href)) {
    ignore(ctx.data, undo.id?.href, 'nobody by that name followed');
  }
}
