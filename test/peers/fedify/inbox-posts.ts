import type { InboxContext } from '@fedify/fedify';
import {
  Activity,
  type Object as ActivityObject,
  type Announce,
  type Create,
  type Delete,
  type Update,
} from '@fedify/fedify/vocab';
import { place, renew, withdraw } from './home.ts';
import { noteBoost } from './inbox-gestures.ts';
import { countVote } from './own-polls.ts';
import { fetchObject, isPost, typeName } from './reading.ts';
import { ignore, type Peer } from './state.ts';
import type { Json, Via } from './wire.ts';

/** A Create of a post by its own author. A vote in a poll of ours is counted and never shown. */
export async function onCreate(ctx: InboxContext<Peer>, create: Create): Promise<void> {
  const post = await create.getObject(ctx);
  if (!isPost(post) || !post.id) return ignore(ctx.data, create.id?.href, 'its object is no post');
  if (post.attributionId?.href !== create.actorId?.href) {
    return ignore(ctx.data, create.id?.href, 'its object is by somebody else');
  }
  if (await countVote(ctx, post)) return;
  const readers = await place(ctx, post, post.id.href, { via: 'create', announcer: null });
  if (readers.length === 0) ignore(ctx.data, create.id?.href, 'nobody here follows its author or is addressed');
}

/** An edit, or a poll's new tally. Unknown posts stay unknown. */
export async function onUpdate(ctx: InboxContext<Peer>, update: Update): Promise<void> {
  const post = await update.getObject(ctx);
  if (!isPost(post) || !post.id) return ignore(ctx.data, update.id?.href, 'it updates no post');
  if (post.attributionId?.href !== update.actorId?.href) {
    return ignore(ctx.data, update.id?.href, 'its object is by somebody else');
  }
  if ((await renew(ctx, post, post.id.href)) === 0) ignore(ctx.data, update.id?.href, 'nobody here knows that post');
}

export async function onDelete(ctx: InboxContext<Peer>, gone: Delete): Promise<void> {
  const id = gone.objectId?.href;
  const author = gone.actorId?.href;
  if (!id || !author || withdraw(ctx.data, id, author) === 0) {
    ignore(ctx.data, gone.id?.href, 'nobody here knows that post of that author');
  }
}

type Announced = { via: Via; id: string };

const CARRIES_POST = new Set(['Create', 'Update']);

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const id = (value as Json | null | undefined)?.id;
  return typeof id === 'string' ? id : null;
}

/** What an Announce points at, from its own words; the rest is asked of the object's origin. */
function announced(object: unknown): Announced | null {
  const type = (object as Json | null | undefined)?.type;
  const carried = typeof type === 'string' && CARRIES_POST.has(type);
  const id = idOf(carried ? (object as Json).object : object);
  return id === null ? null : { via: carried ? 'announce-create' : 'announce', id };
}

async function fetchAnnounced(ctx: InboxContext<Peer>, { via, id }: Announced): Promise<[Via, ActivityObject | null]> {
  const user = ctx.recipient ?? [...ctx.data.accounts.keys()][0] ?? '';
  const object = await fetchObject(ctx, user, id);
  if (!(object instanceof Activity)) return [via, object];
  return ['announce-create', object.objectId ? await fetchObject(ctx, user, object.objectId.href) : null];
}

/** A boost, or a Group's relay. Only those who follow the announcer see it (mastodon#10041); it is fetched at its origin. */
export async function onAnnounce(ctx: InboxContext<Peer>, announce: Announce): Promise<void> {
  const announcer = announce.actorId?.href ?? null;
  noteBoost(ctx.data, announce);
  const wire = (await announce.toJsonLd(ctx)) as Json;
  const target = announced(wire.object);
  if (!target) return ignore(ctx.data, announce.id?.href, 'it announces nothing that has an id');
  const [via, post] = await fetchAnnounced(ctx, target);
  if (!post) return ignore(ctx.data, announce.id?.href, `${target.id} cannot be fetched at its origin`);
  if (!isPost(post) || !post.id) return ignore(ctx.data, announce.id?.href, `a ${typeName(post)} is no post`);
  const readers = await place(ctx, post, post.id.href, { via, announcer });
  if (readers.length === 0) ignore(ctx.data, announce.id?.href, 'nobody here follows the announcer');
}
