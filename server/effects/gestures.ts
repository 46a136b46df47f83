import type { ActivityDocument } from '../../federation/send/activities/activity.ts';
import { likeActivity } from '../../federation/send/activities/like.ts';
import { undoActivity } from '../../federation/send/activities/undo.ts';
import { react, takeBack } from '../actions/react.ts';
import type { Post } from '../community/post.ts';
import type { Gesture, GestureEffect } from '../ports/gestures.ts';
import type { EffectParts } from './parts.ts';

/** A like or dislike by somebody here: counted here, and sent to the author and to a community elsewhere; or undone. */
export async function carryOutGesture(
  parts: EffectParts,
  { gesture, effects }: { readonly gesture: Gesture; readonly effects: readonly GestureEffect[] },
): Promise<void> {
  const post = await parts.house.posts.byIri(gesture.post);
  if (post === null) return;
  for (const effect of effects) {
    if (gesture.replaces !== undefined) await undo(parts, post, { ...gesture, ...gesture.replaces });
    if (effect === 'make') await make(parts, post, gesture);
    else await undo(parts, post, gesture);
  }
}

async function make(parts: EffectParts, post: Post, { actor, kind, activity, at }: Gesture): Promise<void> {
  await react(parts.house, { actor, post: post.iri, kind, activity, at });
  await send(parts, post, activityOf(post, { actor, kind, activity }));
}

async function undo(parts: EffectParts, post: Post, gesture: Pick<Gesture, 'actor' | 'kind' | 'activity'>) {
  const { addresses } = parts.house;
  await takeBack(parts.house, { actor: gesture.actor, post: post.iri, kind: gesture.kind });
  await send(parts, post, undoActivity({ addresses, undone: activityOf(post, gesture) }));
}

function activityOf(post: Post, { actor, kind, activity }: Pick<Gesture, 'actor' | 'kind' | 'activity'>) {
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
