import type { InboxContext } from '@fedify/fedify';
import { type Activity, Create, Delete, Dislike, Like, Undo, Update } from '@fedify/fedify/vocab';
import { deliver } from './deliver.ts';
import { embedded, gesture } from './documents.ts';
import { isPost, PUBLIC } from './reading.ts';
import { type Account, ignore, type Peer } from './state.ts';
import type { Json } from './wire.ts';

const PASSED_ON = [Create, Update, Delete, Like, Dislike, Undo];

/** The Group that an activity is meant for: the owner of the inbox, or one of those addressed. */
function groupsMeant(ctx: InboxContext<Peer>, activity: Activity): Account[] {
  const named = [...activity.toIds, ...activity.ccIds, ...activity.audienceIds].map(({ href }) => href);
  return [...ctx.data.accounts.values()].filter(
    ({ kind, name, iri }) => kind === 'Group' && (ctx.recipient === name || named.includes(iri)),
  );
}

/**
 * What a follower sends to a Group is announced whole to all its followers (FEP-1b12), and a first post in the plain
 * form too, as Lemmy and NodeBB do. Strangers are ignored. An Announce is never announced.
 */
export async function passOn(ctx: InboxContext<Peer>, activity: Activity): Promise<void> {
  if (!PASSED_ON.some((kind) => activity instanceof kind)) return;
  for (const group of groupsMeant(ctx, activity)) {
    if (!group.followers.has(activity.actorId?.href ?? '')) {
      ignore(ctx.data, activity.id?.href, 'its actor does not follow the group');
      continue;
    }
    await announce(ctx, group, embedded((await activity.toJsonLd(ctx)) as Json));
    if (!(activity instanceof Create)) continue;
    const post = await activity.getObject(ctx);
    if (isPost(post) && post.id && !post.replyTargetId) await announce(ctx, group, post.id.href);
  }
}

async function announce(ctx: InboxContext<Peer>, group: Account, object: unknown): Promise<void> {
  const audience = { to: [PUBLIC], cc: [`${group.iri}/followers`] };
  const activity = gesture(group, 'Announce', `announces/${ctx.data.newId()}`, object, audience);
  await deliver(ctx, group, { activity, to: [], followers: true, personal: false });
}
