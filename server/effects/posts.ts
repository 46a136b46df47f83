import { announceActivity, announceObject, type PassedOnTo } from '../../federation/send/activities/announce.ts';
import { createActivity } from '../../federation/send/activities/create.ts';
import { deleteActivity } from '../../federation/send/activities/delete.ts';
import { updateActivity } from '../../federation/send/activities/update.ts';
import { addressing } from '../../federation/vocabulary/objects/addressing.ts';
import { postDocument, tombstoneDocument } from '../../federation/vocabulary/objects/posts.ts';
import { relateFromTheWork } from '../actions/from-the-work.ts';
import { quotesFirst } from '../actions/quotes.ts';
import { decideAndRecord } from '../actions/record.ts';
import { relateByTags } from '../actions/relate.ts';
import type { ActorIri, CommunityIri } from '../community/ids.ts';
import { editionNamed, type Post } from '../community/post.ts';
import { recordRestriction } from '../governance/rules/enforce.ts';
import type { PostEffect } from '../ports/posts.ts';
import { tidyFiles } from './files.ts';
import { type EffectParts, surroundings } from './parts.ts';
import { carryOutQuote } from './quotes.ts';

type Carry = (parts: EffectParts, post: Post) => Promise<unknown>;

/** What follows from a post, each by itself and each repeatable. */
const CARRY = {
  'record-restrictions': recordRestrictions,
  'tidy-files': tidyFiles,
  quote: carryOutQuote,
  relate: ({ house }, post) => relateByTags(house, post),
  'from-the-work': ({ house }, post) => relateFromTheWork(house, post),
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
export function afterHold(post: Post): readonly PostEffect[] {
  const { home, editedAt } = post;
  const here: readonly PostEffect[] = editedAt === undefined ? ['deliver'] : ['deliver', 'deliver-update'];
  return [
    ...quotesFirst(post),
    'announce',
    ...(editedAt === undefined ? [] : (['announce-update'] as const)),
    ...(home === 'here' ? here : []),
  ];
}

const isHidden = ({ deletedAt, standing }: Post): boolean => deletedAt !== undefined || standing.state !== 'visible';

/** To whom its community passes a post on; nobody but those named gets what is for a circle. */
function passedOnTo({ audience }: Post): PassedOnTo | null {
  return audience === 'public' || audience === 'members' ? audience : null;
}

/** FEP-1b12: the whole activity for servers that know groups; the plain post, first posts only, for those that do not. */
async function announce(parts: EffectParts, post: Post): Promise<void> {
  const community = post.community as CommunityIri;
  const to = passedOnTo(post);
  if (isHidden(post) || to === null) return;
  const document = postDocument(post, await surroundings(parts, post));
  const create = createActivity({ id: post.activity, actor: post.author, object: document });
  await passOn(parts, post, create);
  if (post.inReplyTo !== undefined) return;
  const activity = announceObject({
    addresses: parts.house.addresses,
    community,
    object: post.iri,
    author: post.author,
    published: post.receivedAt,
    to,
  });
  await parts.outbox.send({
    activity,
    actor: community,
    to: { followersOf: community },
    public: to === 'public',
    object: post.iri,
  });
}

async function announceUpdate(parts: EffectParts, post: Post): Promise<void> {
  if (isHidden(post)) return;
  await passOn(parts, post, await updateOf(parts, post));
}

async function announceDelete(parts: EffectParts, post: Post): Promise<void> {
  await passOn(parts, post, await deleteOf(parts, post));
}

/**
 * The community passes an activity about a post on, under its own name and key. What others signed is never forwarded
 * as it came (SIG-09): who gets the Announce fetches what it does not believe from where it lives.
 */
export async function passOn(
  { house, outbox }: EffectParts,
  post: Post,
  announced: ReturnType<typeof createActivity>,
): Promise<void> {
  const community = post.community as CommunityIri;
  const to = passedOnTo(post);
  if (to === null) return;
  const activity = announceActivity({ addresses: house.addresses, community, announced, to });
  const recipients = { followersOf: community };
  await outbox.send({ activity, actor: community, to: recipients, public: to === 'public', object: announced.id });
}

async function deliver(parts: EffectParts, post: Post): Promise<void> {
  if (isHidden(post)) return;
  const object = postDocument(post, await surroundings(parts, post));
  await send(parts, post, createActivity({ id: post.activity, actor: post.author, object }));
}

async function deliverUpdate(parts: EffectParts, post: Post): Promise<void> {
  if (!isHidden(post)) await change(parts, post, await updateOf(parts, post));
}

async function deliverDelete(parts: EffectParts, post: Post): Promise<void> {
  await change(parts, post, await deleteOf(parts, post));
}

/**
 * A change goes to those who got the post, and to the community's followers by its author's own word: servers that know
 * no groups (Mastodon, GoToSocial, snac) have the post by the plain boost, and do not read an Announce of an activity.
 */
async function change(parts: EffectParts, post: Post, activity: ReturnType<typeof createActivity>): Promise<void> {
  const { community } = post;
  const passedOn = community !== undefined && parts.house.addresses.isHere(community) && passedOnTo(post) !== null;
  await send(parts, post, activity, passedOn ? [community] : []);
}

async function updateOf(parts: EffectParts, post: Post) {
  return updateActivity({
    addresses: parts.house.addresses,
    actor: post.author,
    object: postDocument(post, await surroundings(parts, post)),
    edition: editionNamed(post),
  });
}

async function deleteOf(parts: EffectParts, post: Post) {
  const { to, cc, audience } = addressing(post, await surroundings(parts, post));
  return deleteActivity({
    addresses: parts.house.addresses,
    actor: post.author,
    tombstone: tombstoneDocument(post),
    to: to as readonly string[],
    cc: cc as readonly string[] | undefined,
    audience: audience as string | undefined,
  });
}

/** Whoever wrote what a post quotes: she can see it where she is, and take back that it quotes her. */
async function quotedAuthor({ posts }: EffectParts['house'], { details }: Post): Promise<readonly ActorIri[]> {
  const quoted = details?.quote === undefined ? null : await posts.byIri(details.quote.post);
  return quoted === null || quoted.deletedAt !== undefined ? [] : [quoted.author];
}

/**
 * A public post to the followers of its author (and of the actors named), to those addressed or quoted, and to a community
 * elsewhere, which passes it on itself; one for members to that community alone; one for a circle to the people named.
 */
async function send(
  { house, outbox }: EffectParts,
  post: Post,
  activity: ReturnType<typeof createActivity>,
  followersOf: readonly ActorIri[] = [],
): Promise<void> {
  const { audience, author, iri, to } = post;
  const community: readonly ActorIri[] = post.community === undefined ? [] : [post.community];
  const quoted = audience === 'public' ? await quotedAuthor(house, post) : [];
  const recipients = {
    public: { followersOf: [author, ...followersOf], actors: [...to, ...community, ...quoted] },
    members: { followersOf, actors: community },
    circle: { actors: to },
    direct: { actors: to },
  }[audience];
  const actors = recipients.actors.filter((actor) => !house.addresses.isHere(actor));
  await outbox.send({
    activity,
    actor: author,
    to: { ...recipients, actors },
    public: audience === 'public',
    object: iri,
  });
}
