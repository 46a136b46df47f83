import { actorIri, communityIri, personIri } from '../../../server/community/ids.ts';
import { idOf, isObject, memberOf } from '../../vocabulary/read.ts';
import type { ReceiveContext, SentActivity, Translate } from '../context.ts';
import { cosignature } from './offer.ts';

/**
 * The follow that an Accept or Reject answers: one that somebody, or a community, here really sent to the sender. What the wire says of
 * it is only used to find it, so an invented Follow finds nothing (ORI-09).
 */
async function followAnswered(
  { follows, addresses, people, communities }: ReceiveContext,
  { sender, json }: SentActivity,
) {
  const object = memberOf(json, 'object');
  const named = isObject(object) ? idOf(memberOf(object, 'actor')) : undefined;
  const activity = idOf(object);
  const asked = named === undefined ? await follows.sentBy(activity ?? '') : await follows.get(actorIri(named), sender);
  if (asked === null || asked.target !== sender || !addresses.isHere(asked.follower)) return null;
  const person = await people.byIri(personIri(asked.follower));
  const follower = person ?? (await communities.byIri(communityIri(asked.follower)));
  return follower?.home === 'here' ? asked : null;
}

/** `Accept` of a join request that somebody here sent, or of a checkpoint. */
export const accept: Translate = async (context, activity) => {
  const countersigned = await cosignature(context, activity);
  if (countersigned !== undefined) return countersigned;
  const follow = await followAnswered(context, activity);
  if (follow === null) return 'ignored: nothing was asked';
  if (follow.state !== 'requested') return 'ignored: answered before';
  await context.actions.answerFollow({ follow, answer: 'accepted' });
  return 'done: accepted';
};

/** `Reject` of a join request, of a membership that was accepted before, or of a checkpoint. */
export const reject: Translate = async (context, activity) => {
  const refused = await cosignature(context, activity);
  if (refused !== undefined) return refused;
  const follow = await followAnswered(context, activity);
  if (follow === null || follow.state === 'ended') return 'ignored: nothing was asked';
  await context.actions.answerFollow({ follow, answer: 'ended' });
  return 'done: rejected';
};
