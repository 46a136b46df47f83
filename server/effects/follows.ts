import { acceptFollow, followActivity, rejectFollow, undoFollow } from '../../federation/send/activities/follow.ts';
import { recordMembership } from '../actions/join-community.ts';
import type { Follow, FollowEffect } from '../ports/follows.ts';
import type { EffectParts } from './parts.ts';

type Carry = (parts: EffectParts, follow: Follow) => Promise<unknown>;

const CARRY = {
  'record-join': ({ house }, follow) => recordMembership(house, follow),
  'record-leave': ({ house }, follow) => recordMembership(house, follow),
  accept: ({ house, outbox }, follow) =>
    outbox.send({
      activity: acceptFollow({ addresses: house.addresses, follow }),
      actor: follow.target,
      to: { actors: [follow.follower] },
      public: false,
      object: follow.activity,
    }),
  reject: ({ house, outbox }, follow) =>
    outbox.send({
      activity: rejectFollow({ addresses: house.addresses, follow }),
      actor: follow.target,
      to: { actors: [follow.follower] },
      public: false,
      object: follow.activity,
    }),
  'send-follow': ({ outbox }, follow) =>
    outbox.send({
      activity: followActivity(follow),
      actor: follow.follower,
      to: { actors: [follow.target] },
      public: false,
      object: follow.target,
    }),
  'send-undo': ({ house, outbox }, follow) =>
    outbox.send({
      activity: undoFollow({ addresses: house.addresses, follow }),
      actor: follow.follower,
      to: { actors: [follow.target] },
      public: false,
      object: follow.activity,
    }),
} satisfies Record<FollowEffect, Carry>;

/** Carries out what follows from a follow, in order. */
export async function carryOutFollow(
  parts: EffectParts,
  { follow, effects }: { readonly follow: Follow; readonly effects: readonly FollowEffect[] },
): Promise<void> {
  for (const effect of effects) await CARRY[effect](parts, follow);
}
