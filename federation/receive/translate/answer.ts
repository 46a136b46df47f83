import {
  activityIri,
  actorIri,
  communityIri,
  type PostIri,
  personIri,
  postIri,
} from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
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

/**
 * The post of somebody here whose `QuoteRequest` an Accept or Reject answers: one that was really sent. `undefined` when
 * it is about something else.
 */
async function quoteAsked({ activities }: ReceiveContext, { json }: SentActivity): Promise<PostIri | undefined> {
  const id = idOf(memberOf(json, 'object'));
  const asked = id === undefined ? null : await activities.byIri(activityIri(id));
  return asked?.type === 'QuoteRequest' && asked.object !== undefined ? postIri(asked.object) : undefined;
}

/** What the quoted author answers, with the stamp where she says yes; it is of her own server. */
async function quoteAnswer(context: ReceiveContext, activity: SentActivity, said: 'yes' | 'no') {
  const post = await quoteAsked(context, activity);
  if (post === undefined) return undefined;
  const { sender, json } = activity;
  const stamp = idOf(memberOf(json, 'result'));
  if (said === 'no') {
    return (await context.actions.quoteAnswered({ post, by: sender })) ? DONE.no : NOT_HERS;
  }
  if (stamp === undefined || stamp.length > 2048 || !sameOrigin(stamp, sender))
    return 'refused: no stamp of its server';
  return (await context.actions.quoteAnswered({ post, by: sender, stamp })) ? DONE.yes : NOT_HERS;
}

const DONE = { yes: 'done: may be quoted', no: 'done: may not be quoted' } as const;
const NOT_HERS = 'refused: not hers to say';

/** `Accept` of a join request that somebody here sent, of a quote, or of a checkpoint. */
export const accept: Translate = async (context, activity) => {
  const countersigned = await cosignature(context, activity);
  if (countersigned !== undefined) return countersigned;
  const quoted = await quoteAnswer(context, activity, 'yes');
  if (quoted !== undefined) return quoted;
  const follow = await followAnswered(context, activity);
  if (follow === null) return 'ignored: nothing was asked';
  if (follow.state !== 'requested') return 'ignored: answered before';
  await context.actions.answerFollow({ follow, answer: 'accepted' });
  return 'done: accepted';
};

/** `Reject` of a join request, of a membership that was accepted before, of a quote, or of a checkpoint. */
export const reject: Translate = async (context, activity) => {
  const refused = await cosignature(context, activity);
  if (refused !== undefined) return refused;
  const unquoted = await quoteAnswer(context, activity, 'no');
  if (unquoted !== undefined) return unquoted;
  const follow = await followAnswered(context, activity);
  if (follow === null || follow.state === 'ended') return 'ignored: nothing was asked';
  await context.actions.answerFollow({ follow, answer: 'ended' });
  return 'done: rejected';
};
