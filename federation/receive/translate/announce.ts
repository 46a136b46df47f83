import { communityIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idOf, isObject, isOneOf, type JsonObject, type JsonValue, memberOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity, Translate } from '../context.ts';
import { fetchPost } from '../fetch-post.ts';
import { postNamed } from '../post-named.ts';
import { readPost } from '../read-post.ts';
import { trustedObject } from '../trusted-object.ts';
import { isVote } from './create.ts';
import { passedOnAct } from './passed-on-act.ts';

/**
 * `Announce`: by a community that somebody here belongs to, a post or an activity passed on (FEP-1b12); by a person,
 * a boost of a post that is known here. An Announce is never announced on, so nothing can circle.
 */
export const announce: Translate = async (context, activity) => {
  const object = memberOf(activity.json, 'object');
  const id = idOf(object);
  if (id === undefined) return 'refused: an Announce of nothing';
  const community = await context.communities.byIri(communityIri(activity.sender));
  if (community?.home !== 'elsewhere') return boost(context, activity, id);
  const { addresses, follows } = context;
  if (!(await follows.hasFollowerAt(community.iri, addresses.host))) return 'ignored: nobody here belongs to it';
  if (!isObject(object) || memberOf(object, 'object') === undefined)
    return passedOnPost(context, activity, object, mirror);
  const about = memberOf(object, 'object');
  switch (isOneOf(object, ['Create', 'Update', 'Delete'])) {
    case 'Create':
      return passedOnPost(context, activity, about, mirror);
    case 'Update':
      return passedOnPost(context, activity, about, change);
    case 'Delete':
      // With a reason it is the moderators' doing (Lemmy), and can be undone; without, the author's.
      if (memberOf(object, 'summary') === undefined) return passedOnDelete(context, activity, about);
      return passedOnAct(context, activity, object);
    default:
      return passedOnAct(context, activity, object);
  }
};

async function boost(context: ReceiveContext, activity: SentActivity, id: string): Promise<Outcome> {
  const { iri, sender, receivedAt } = activity;
  const post = postIri(await postNamed(context, id));
  // What somebody whom people here follow passes on is for them, so it is fetched from where it lives.
  if (
    (await context.posts.byIri(post)) === null &&
    (await context.follows.hasFollowerAt(sender, context.addresses.host))
  )
    await fetchPost(context, post);
  const kept = await context.actions.react({ actor: sender, post, kind: 'share', activity: iri, at: receivedAt });
  return kept === 'kept' ? 'done: boosted' : 'ignored: not a post known here';
}

/** A post as its own origin states it: the community's word is believed for its own server's posts only. */
async function passedOnPost(
  context: ReceiveContext,
  activity: SentActivity,
  value: JsonValue | undefined,
  take: typeof mirror,
  isInner = false,
): Promise<Outcome> {
  const { addresses, fetchDocument, actions } = context;
  const given = idOf(value);
  const id = given === undefined ? undefined : await postNamed(context, given);
  if (id !== undefined && sameOrigin(id, addresses.origin)) {
    const known = await actions.confirmPassedOn({ post: postIri(id), community: communityIri(activity.sender) });
    return known ? 'done: ours came back' : 'ignored: unknown here';
  }
  const trusted = await trustedObject({ value, sender: activity.sender, fetchDocument, localOrigin: addresses.origin });
  if (!trusted.ok) return `refused: ${trusted.refusal.code}`;
  // Some communities name the Create (Guppe): one step further, and no more.
  if (!isInner && isOneOf(trusted.value, ['Create']) !== undefined) {
    return passedOnPost(context, activity, memberOf(trusted.value, 'object'), take, true);
  }
  return take(context, activity, trusted.value);
}

/** An edit passed on: of a post that is kept as that community's, by whoever wrote it. */
async function change(context: ReceiveContext, activity: SentActivity, object: JsonObject): Promise<Outcome> {
  const post = readPost(object, activity.iri, memberOf(activity.json, '@context'));
  if (post === undefined) return 'ignored: not a post';
  const before = await context.posts.byIri(post.iri);
  if (before === null) return mirror(context, activity, object);
  if ((before.community as string | undefined) !== activity.sender) return 'refused: a post of another community';
  if (before.author !== post.author) return 'refused: not by its author';
  await context.actions.editedElsewhere({ post, by: post.author });
  return 'done: edited';
}

async function mirror(context: ReceiveContext, activity: SentActivity, object: JsonObject): Promise<Outcome> {
  const post = readPost(object, activity.iri, memberOf(activity.json, '@context'));
  if (post === undefined) return 'ignored: not a post';
  if (await isVote(context, object)) return 'ignored: somebody’s vote';
  if (!sameOrigin(post.author, post.iri)) return 'refused: author and post of two origins';
  if ((await context.meet(post.author)) === null) return 'refused: the author cannot be met';
  const received = await context.actions.receivePost(post, {
    from: 'community',
    community: communityIri(activity.sender),
  });
  return received.ok ? `done: ${received.value}` : `refused: ${received.refusal.code}`;
}

/** A deletion passed on: believed when the post is really gone at its origin. */
async function passedOnDelete(
  { actions, fetchDocument, addresses }: ReceiveContext,
  { sender }: SentActivity,
  value: JsonValue | undefined,
): Promise<Outcome> {
  const id = idOf(value);
  if (id === undefined || sameOrigin(id, addresses.origin)) return 'refused: a Delete of nothing, or of ours';
  if (!sameOrigin(id, sender)) {
    const found = await fetchDocument(id);
    const gone = found.ok ? isOneOf(found.value, ['Tombstone']) !== undefined : found.refusal.code === 'gone';
    if (!gone) return 'refused: it is still there';
  }
  await actions.deletedElsewhere({ post: postIri(id), passedOnBy: communityIri(sender) });
  return 'done: deleted';
}
