import type { ActivityDocument } from '../../federation/send/activities/activity.ts';
import { likeActivity } from '../../federation/send/activities/like.ts';
import { undoActivity } from '../../federation/send/activities/undo.ts';
import { react, takeBack } from '../actions/react.ts';
import type { Post } from '../community/post.ts';
import type { Gesture, GestureEffect, Stance } from '../ports/gestures.ts';
import { makeBoost, undoBoost } from './boosts.ts';
import type { EffectParts } from './parts.ts';

/** What somebody here does to a post: counted here, and sent to whom it concerns; or undone. */
export async function carryOutGesture(
  parts: EffectParts,
  { gesture, effects }: { readonly gesture: Gesture; readonly effects: readonly GestureEffect[] },
): Promise<void> {
  const post = await parts.house.posts.byIri(gesture.post);
  if (post === null) return;
  for (const effect of effects) {
    if (gesture.kind === 'share') {
      await (effect === 'make' ? makeBoost : undoBoost)(parts, post, gesture);
      continue;
    }
    const { kind, replaces } = gesture;
    if (replaces !== undefined) await undo(parts, post, { ...gesture, ...replaces });
    if (effect === 'make') await make(parts, post, { ...gesture, kind });
    else await undo(parts, post, { ...gesture, kind });
  }
}

/** A like or dislike, as far as its activities need it. */
type Of = Pick<Gesture, 'actor' | 'activity'> & { readonly kind: Stance };

async function make(
  parts: EffectParts,
  post: Post,
  { actor, kind, activity, at }: Of & Pick<Gesture, 'at'>,
): Promise<void> {
  await react(parts.house, { actor, post: post.iri, kind, activity, at });
  await send(parts, post, activityOf(post, { actor, kind, activity }));
}

async function undo(parts: EffectParts, post: Post, gesture: Of) {
  const { addresses } = parts.house;
  await takeBack(parts.house, { actor: gesture.actor, post: post.iri, kind: gesture.kind });
  await send(parts, post, undoActivity({ addresses, undone: activityOf(post, gesture) }));
}

function activityOf(post: Post, { actor, kind, activity }: Of) {
  const { iri, author, community } = post;
  return likeActivity({ id: activity, kind, actor, post: iri, author, community });
}

/** It is nobody else's business: it stands in no outbox, and no community here passes it on. */
async function send({ outbox, house }: EffectParts, post: Post, activity: ActivityDocument): Promise<void> {
  const actors = [post.author, ...(post.community === undefined ? [] : [post.community])];
  const elsewhere = actors.filter((actor) => !house.addresses.isHere(actor));
  if (elsewhere.length === 0) return;
  await outbox.send({ activity, actor: activity.actor, to: { actors: elsewhere }, public: false, object: post.iri });
}
