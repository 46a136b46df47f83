import { announceActivity, announceObject } from '../../federation/send/activities/announce.ts';
import { createActivity } from '../../federation/send/activities/create.ts';
import { deleteActivity } from '../../federation/send/activities/delete.ts';
import { updateActivity } from '../../federation/send/activities/update.ts';
import { addressing } from '../../federation/vocabulary/objects/addressing.ts';
import { postDocument, tombstoneDocument } from '../../federation/vocabulary/objects/posts.ts';
import { decideAndRecord } from '../actions/record.ts';
import type { ActorIri, CommunityIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { recordRestriction } from '../governance/rules/enforce.ts';
import type { PostEffect } from '../ports/posts.ts';
import { type EffectParts, surroundings } from './parts.ts';

type Carry = (parts: EffectParts, post: Post) => Promise<unknown>;

/** What follows from a post, each by itself and each repeatable. */
const CARRY = {
  'record-restrictions': recordRestrictions,
  announce,
  'announce-update': announceUpdate,
  'announce-delete': announceDelete,
  deliver,
  'deliver-update': deliverUpdate,
  'deliver-delete': deliverDelete,
} satisfies Record<PostEffect, Carry>;

/** Carries out a post's effects in order. */
export async function carryOutPost(
  parts: EffectParts,
  { post, effects }: { readonly post: Post; readonly effects: readonly PostEffect[] },
): Promise<void> {
  for (const effect of effects) await CARRY[effect](parts, post);
}

async function recordRestrictions({ house }: EffectParts, post: Post): Promise<void> {
  const community = post.community as CommunityIri;
  let takenBack = false;
  for (const statement of post.restrictions ?? []) {
    const recorded = await decideAndRecord(house, community, (state, now) =>
      recordRestriction({ state, statement, now }),
    );
    if (recorded.ok || recorded.refusal.code === 'already-dealt-with') continue;
    house.log.warn(
      { post: post.iri, refusal: recorded.refusal },
      'a restriction was not recorded, so it does not stand',
    );
    takenBack = true;
  }
  if (!takenBack || post.standing.state !== 'held') return;
  const holds = (await house.states.load(community))?.holds;
  if (!holds?.has(post.iri)) await house.posts.release(post.iri, afterHold(post));
}

/** What a post that is no longer held still has to do. One that was edited may have been read before. */
export function afterHold({ home, editedAt }: Post): readonly PostEffect[] {
  const here: readonly PostEffect[] = editedAt === undefined ? ['deliver'] : ['deliver', 'deliver-update'];
  return [
    'announce',
    ...(editedAt === undefined ? [] : (['announce-update'] as const)),
    ...(home === 'here' ? here : []),
  ];
}

const isHidden = ({ deletedAt, standing }: Post): boolean => deletedAt !== undefined || standing.state === 'held';

/** FEP-1b12: the whole activity for servers that know groups; the plain post, first posts only, for those that do not. */
async function announce(parts: EffectParts, post: Post): Promise<void> {
  const community = post.community as CommunityIri;
  if (isHidden(post)) return;
  const document = postDocument(post, await surroundings(parts, post));
  const create = createActivity({ id: post.activity, actor: post.author, object: document });
  await passOn(parts, community, create);
  if (post.inReplyTo !== undefined) return;
  const activity = announceObject({
    addresses: parts.house.addresses,
    community,
    object: post.iri,
    author: post.author,
    published: post.receivedAt,
  });
  await parts.outbox.send({
    activity,
    actor: community,
    to: { followersOf: community },
    public: true,
    object: post.iri,
  });
}

async function announceUpdate(parts: EffectParts, post: Post): Promise<void> {
  if (isHidden(post)) return;
  await passOn(parts, post.community as CommunityIri, await updateOf(parts, post));
}

async function announceDelete(parts: EffectParts, post: Post): Promise<void> {
  await passOn(parts, post.community as CommunityIri, await deleteOf(parts, post));
}

async function passOn(
  { house, outbox }: EffectParts,
  community: CommunityIri,
  announced: ReturnType<typeof createActivity>,
) {
  const activity = announceActivity({ addresses: house.addresses, community, announced });
  await outbox.send({ activity, actor: community, to: { followersOf: community }, public: true, object: announced.id });
}

async function deliver(parts: EffectParts, post: Post): Promise<void> {
  if (isHidden(post)) return;
  const object = postDocument(post, await surroundings(parts, post));
  await send(parts, post, createActivity({ id: post.activity, actor: post.author, object }));
}

async function deliverUpdate(parts: EffectParts, post: Post): Promise<void> {
  if (!isHidden(post)) await send(parts, post, await updateOf(parts, post));
}

async function deliverDelete(parts: EffectParts, post: Post): Promise<void> {
  await send(parts, post, await deleteOf(parts, post));
}

async function updateOf(parts: EffectParts, post: Post) {
  return updateActivity({
    addresses: parts.house.addresses,
    actor: post.author,
    object: postDocument(post, await surroundings(parts, post)),
    edition: (post.editedAt ?? post.receivedAt).toISOString(),
  });
}

async function deleteOf(parts: EffectParts, post: Post) {
  const { to, cc } = addressing(post, await surroundings(parts, post));
  return deleteActivity({
    addresses: parts.house.addresses,
    actor: post.author,
    tombstone: tombstoneDocument(post),
    to: to as readonly string[],
    cc: cc as readonly string[] | undefined,
  });
}

/** To the author's followers, to those addressed, and to a community elsewhere, which passes it on itself. */
async function send(
  { house, outbox }: EffectParts,
  post: Post,
  activity: ReturnType<typeof createActivity>,
): Promise<void> {
  const community: readonly ActorIri[] = post.community === undefined ? [] : [post.community];
  await outbox.send({
    activity,
    actor: post.author,
    to: { followersOf: post.author, actors: [...post.to, ...community].filter((iri) => !house.addresses.isHere(iri)) },
    public: true,
    object: post.iri,
  });
}
