import { activityIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { asArray, idOf, isObject, type JsonObject, type JsonValue, memberOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity, Translate } from '../context.ts';
import { readPost, readVote } from '../read-post.ts';
import { authorOf, trustedObject } from '../trusted-object.ts';
import { vote } from './vote.ts';

/** `Create` of a post, of a vote, or (GoToSocial's way of voting several times) of a list of votes. */
export const create: Translate = async (context, activity) => {
  const objects = asArray(memberOf(activity.json, 'object'));
  if (objects.length === 0) return 'refused: a Create of nothing';
  if (objects.length > 50) return 'refused: too many objects in one Create';
  let outcome: Outcome = 'ignored: nothing in it';
  // Of several, only what came along is looked at: one activity does not make this server fetch many things (NET-12).
  const few = objects.length === 1 ? objects : objects.filter(isObject);
  for (const [nth, object] of few.entries()) {
    // Each post is known, and passed on, by an activity of its own.
    const iri = nth === 0 ? activity.iri : activityIri(`${activity.iri}#${nth}`);
    outcome = await createOne(context, { ...activity, iri }, object);
  }
  return outcome;
};

async function createOne(context: ReceiveContext, activity: SentActivity, value: JsonValue): Promise<Outcome> {
  const { addresses, fetchDocument } = context;
  // Nobody writes at another server than her own: nothing is fetched to be told so (FEP-fe34).
  if (!sameOrigin(idOf(value), activity.sender)) return 'refused: not of its sender’s server';
  const trusted = await trustedObject({ value, sender: activity.sender, fetchDocument, localOrigin: addresses.origin });
  if (!trusted.ok) return `refused: ${trusted.refusal.code}`;
  const object = trusted.value;
  if (authorOf(object) !== activity.sender) return 'refused: not by its sender';
  const sentVote = readVote(object);
  if (sentVote !== undefined) {
    const voted = await vote(context, activity, sentVote);
    if (voted !== null) return voted;
  }
  return takePost(context, activity, object);
}

/** A post by its sender, whose object is proven: it comes in, if it is for anybody here. */
export async function takePost(context: ReceiveContext, activity: SentActivity, object: JsonObject): Promise<Outcome> {
  const post = readPost(object, activity.iri, memberOf(activity.json, '@context'));
  if (post === undefined) return 'ignored: not a post';
  if ((await context.meet(activity.sender)) === null) return 'refused: the sender cannot be met';
  const received = await context.actions.receivePost({ ...post, waitedMs: activity.waitedMs }, { from: 'author' });
  return received.ok ? `done: ${received.value}` : `refused: ${received.refusal.code}`;
}

/** Whether an object is a vote in a poll that is known here, and so no post, whatever else it says. */
export async function isVote({ posts }: Pick<ReceiveContext, 'posts'>, object: JsonObject): Promise<boolean> {
  const vote = readVote(object);
  return vote !== undefined && (await posts.byIri(postIri(vote.question)))?.poll !== undefined;
}
