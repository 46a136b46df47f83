import { activityIri, actorIri, communityIri, personIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idOf, isObject, isOneOf, memberOf } from '../../vocabulary/read.ts';
import type { ReceiveContext, SentActivity, Translate } from '../context.ts';
import { postNamed } from '../post-named.ts';
import { markUndone } from '../undone.ts';
import { actOf, moderate } from './moderation.ts';
import { gestureOf, REACTIONS } from './reaction.ts';

/**
 * `Undo` of what the sender did herself: a Follow, a like, dislike, sign or boost, an act of moderation. What is undone
 * is found by what we keep (who, of what), never by what the wire says of an activity's id: Lemmy undoes by new ids.
 * One that overtakes what it undoes holds all the same.
 */
export const undo: Translate = async (context, activity) => {
  const object = memberOf(activity.json, 'object');
  await undone(context, activity, idOf(object));
  if (!isObject(object)) return undoById(context, activity, idOf(object));
  if (idOf(memberOf(object, 'actor')) !== activity.sender) return 'refused: not by its sender';
  const target = idOf(memberOf(object, 'object'));
  const kind = isOneOf(object, UNDONE);
  if (target === undefined || kind === undefined) return 'ignored: nothing that can be undone';
  switch (kind) {
    case 'Follow':
      return unfollow(context, activity.sender, target);
    case 'Lock':
    case 'Add':
    case 'Remove':
      return moderate(context, actOf(activity, object, true));
    case 'Block':
      return 'ignored: she may come again';
    default: {
      // By its id first: snac does not repeat the sign that it takes back.
      const id = idOf(object);
      if (id !== undefined && (await context.actions.takeBackById({ actor: activity.sender, activity: id })))
        return TAKEN_BACK;
      if (kind === 'EmojiReact' && memberOf(object, 'content') === undefined) return 'ignored: unknown here';
      const gesture = kind === 'Announce' ? ({ kind: 'share' } as const) : gestureOf(object);
      const post = postIri(await postNamed(context, target));
      await context.actions.takeBack({ actor: activity.sender, post, ...gesture });
      return TAKEN_BACK;
    }
  }
};

const TAKEN_BACK = 'done: taken back';

/** In an Undo, a `Block` ends nothing by itself: who follows whom is decided anew by those who do. */
const UNDONE = ['Follow', 'Announce', ...REACTIONS, 'Lock', 'Add', 'Remove', 'Block'] as const;

/**
 * What was undone does nothing when it comes later (DAT-09), or waits here to be tried again. What somebody else of the
 * sender's server has sent is not the sender's to undo.
 */
async function undone(
  context: ReceiveContext,
  { iri, sender, receivedAt }: SentActivity,
  id: string | undefined,
): Promise<void> {
  if (id === undefined || id === iri || !sameOrigin(id, sender)) return;
  const activity = activityIri(id);
  markUndone(context, { sender, iri: activity });
  await context.inbox.undo({ activity, sender, receivedAt });
}

/** Some servers name the activity only. */
async function undoById(context: ReceiveContext, { sender }: SentActivity, id: string | undefined) {
  const { follows, actions } = context;
  if (id === undefined) return 'refused: an Undo of nothing' as const;
  const follow = await follows.sentBy(id);
  if (follow?.follower === sender) return unfollow(context, sender, follow.target);
  return (await actions.takeBackById({ actor: sender, activity: id }))
    ? ('done: taken back' as const)
    : ('ignored: unknown here' as const);
}

async function unfollow({ communities, actions }: ReceiveContext, sender: string, target: string) {
  if (await communities.byIri(communityIri(target))) {
    await actions.leaveCommunity({ person: personIri(sender), community: communityIri(target) });
    return 'done: left' as const;
  }
  await actions.stopFollowing({ follower: actorIri(sender), target: actorIri(target) });
  return 'done: unfollowed' as const;
}
