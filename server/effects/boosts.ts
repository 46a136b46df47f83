import { boostActivity } from '../../federation/send/activities/boost.ts';
import { undoActivity } from '../../federation/send/activities/undo.ts';
import { react, takeBack } from '../actions/react.ts';
import type { Post } from '../community/post.ts';
import type { Gesture } from '../ports/gestures.ts';
import type { EffectParts } from './parts.ts';

/** Somebody here passes a post on: counted here, and announced to her followers and its author. */
export async function makeBoost(parts: EffectParts, post: Post, { actor, activity, at }: Gesture): Promise<void> {
  // It may have been hidden or deleted since.
  if (post.deletedAt !== undefined || post.audience !== 'public' || post.standing.state !== 'visible') return;
  await react(parts.house, { actor, post: post.iri, kind: 'share', activity, at });
  await send(parts, post, activityOf(parts, post, { actor, activity, at }), true);
}

/** Takes it back, also where the post is gone by now; what announced it is no longer served. */
export async function undoBoost(parts: EffectParts, post: Post, gesture: Gesture): Promise<void> {
  const { house } = parts;
  await takeBack(house, { actor: gesture.actor, post: post.iri, kind: 'share' });
  await house.activities.withdraw(gesture.activity);
  const undone = activityOf(parts, post, gesture);
  await send(parts, post, undoActivity({ addresses: house.addresses, undone }), false);
}

function activityOf(
  { house }: EffectParts,
  post: Post,
  { actor, activity, at }: Pick<Gesture, 'actor' | 'activity' | 'at'>,
) {
  const { addresses } = house;
  return boostActivity({ id: activity, addresses, actor, post: post.iri, author: post.author, published: at });
}

async function send(
  { outbox, house }: EffectParts,
  { author, iri }: Post,
  activity: ReturnType<typeof boostActivity>,
  isPublic: boolean,
): Promise<void> {
  const actors = house.addresses.isHere(author) ? [] : [author];
  const { actor } = activity;
  await outbox.send({ activity, actor, to: { followersOf: [actor], actors }, public: isPublic, object: iri });
}
