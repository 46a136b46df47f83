import type { Federation, InboxContext } from '@fedify/fedify';
import {
  Accept,
  Activity,
  Announce,
  Block,
  Create,
  Delete,
  Dislike,
  EmojiReact,
  Flag,
  Follow,
  Like,
  Move,
  Reject,
  Undo,
  Update,
} from '@fedify/fedify/vocab';
import { passOn } from './groups.ts';
import { onAnswer, onFollow, onUndo } from './inbox-follows.ts';
import { onBlock, onFlag, onMove, onReaction } from './inbox-gestures.ts';
import { onAnnounce, onCreate, onDelete, onUpdate } from './inbox-posts.ts';
import { typeName } from './reading.ts';
import type { Account, Peer } from './state.ts';
import type { Json } from './wire.ts';

type Handle<Kind extends Activity> = (ctx: InboxContext<Peer>, activity: Kind) => Promise<void>;

/** Whom of this server it concerns: the inbox's owner, those addressed, those acted upon, and the actor's followers. */
function concerns(account: Account, activity: Activity, recipient: string | null): boolean {
  const named = [...activity.toIds, ...activity.ccIds, ...activity.objectIds].map((id) => id.href);
  const follow = account.following.get(activity.actorId?.href ?? '');
  return recipient === account.name || follow !== undefined || named.some((iri) => belongsTo(account, iri));
}

function belongsTo(account: Account, iri: string): boolean {
  return iri === account.iri || iri.startsWith(`${account.iri}/`) || iri.startsWith(`${account.iri}#`);
}

async function record(ctx: InboxContext<Peer>, activity: Activity): Promise<void> {
  const accounts = [...ctx.data.accounts.values()];
  ctx.data.health.received += 1;
  ctx.data.inbox.push({
    receivedAt: new Date().toISOString(),
    type: typeName(activity),
    from: activity.actorId?.href ?? '',
    recipient: ctx.recipient,
    users: accounts.filter((account) => concerns(account, activity, ctx.recipient)).map(({ name }) => name),
    activity: (await activity.toJsonLd(ctx)) as Json,
  });
}

/** The activity is written down only once it was handled, so that whoever waits for it sees its effect too. */
function recorded<Kind extends Activity>(handle: Handle<Kind>): Handle<Kind> {
  return async (ctx, activity) => {
    await handle(ctx, activity);
    await passOn(ctx, activity);
    await record(ctx, activity);
  };
}

/** Every activity is recorded; those that change what a user sees are handled first. */
export function listenToInbox(federation: Federation<Peer>, peer: Peer): void {
  const { health } = peer;
  federation
    .setInboxListeners('/users/{identifier}/inbox', '/inbox')
    .setSharedKeyDispatcher((ctx) => ({ identifier: [...ctx.data.accounts.keys()][0] ?? '' }))
    .on(Follow, recorded(onFollow))
    .on(Accept, recorded(onAnswer('accepted')))
    .on(Reject, recorded(onAnswer('rejected')))
    .on(Undo, recorded(onUndo))
    .on(Create, recorded(onCreate))
    .on(Update, recorded(onUpdate))
    .on(Delete, recorded(onDelete))
    .on(Announce, recorded(onAnnounce))
    .on(Like, recorded(onReaction))
    .on(Dislike, recorded(onReaction))
    .on(EmojiReact, recorded(onReaction))
    .on(Flag, recorded(onFlag))
    .on(Block, recorded(onBlock))
    .on(Move, recorded(onMove))
    .on(Activity, record)
    .onError((_ctx, error) => {
      health.inboxErrors.push({ at: new Date().toISOString(), error: error.stack ?? error.message });
    })
    .onUnverifiedActivity((_ctx, activity, reason) => {
      health.unverified.push({
        at: new Date().toISOString(),
        activity: activity.id?.href ?? '(no id)',
        actor: activity.actorId?.href ?? '(no actor)',
        reason: reason.type,
      });
    });
}
