import type { Addresses } from '../../../server/community/addresses.ts';
import type { Follow } from '../../../server/ports/follows.ts';
import { type ActivityDocument, activity, embedded } from './activity.ts';

/** A follow as far as its activities need it. */
export type FollowFacts = Pick<Follow, 'follower' | 'target' | 'activity'>;

/** Asks to follow somebody, or to join a community elsewhere (ActivityPub §7.5). Its id is the follow's own. */
export function followActivity(follow: FollowFacts): ActivityDocument {
  return activity({
    id: follow.activity,
    type: 'Follow',
    actor: follow.follower,
    to: [follow.target],
    object: follow.target,
  });
}

/** Takes a `Follow` back; its id follows from the Follow's. */
export function undoFollow({
  addresses,
  follow,
}: {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly follow: FollowFacts;
}): ActivityDocument {
  return activity({
    id: addresses.activity('undo', follow.activity),
    type: 'Undo',
    actor: follow.follower,
    to: [follow.target],
    object: embedded(followActivity(follow)),
  });
}

interface Answer {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly follow: FollowFacts & Pick<Follow, 'at'>;
}

/**
 * Takes a follower in (ActivityPub §7.6). The Follow stands in it whole, because some servers look for it by its
 * parts. The id also follows from the time of the follow: who comes back with an old Follow's id gets a new answer.
 */
export function acceptFollow(answer: Answer): ActivityDocument {
  return answered('Accept', answer);
}

/** Turns a follower away, also one who was in (ActivityPub §7.7). */
export function rejectFollow(answer: Answer): ActivityDocument {
  return answered('Reject', answer);
}

function answered(type: 'Accept' | 'Reject', { addresses, follow }: Answer): ActivityDocument {
  return activity({
    id: addresses.activity(type.toLowerCase(), follow.activity, follow.at.toISOString()),
    type,
    actor: follow.target,
    to: [follow.follower],
    object: embedded(followActivity(follow)),
  });
}
