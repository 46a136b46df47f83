import { actorIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idOf, isObject, isOneOf, type JsonObject, memberOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity } from '../context.ts';
import { flag } from './flag.ts';
import { MODERATION, moderate } from './moderation.ts';
import { gestureOf, REACTIONS } from './reaction.ts';

/**
 * What a community elsewhere passes on besides posts: acts of its moderators about its own posts and members, which its
 * own word is enough for; likes and the like, which count where the community's own server speaks for who made them. A
 * gesture of somebody at a third server is not believed, and not asked for either: a busy community passes on hundreds.
 */
export async function passedOnAct(
  context: ReceiveContext,
  activity: SentActivity,
  inner: JsonObject,
): Promise<Outcome> {
  const undone = isOneOf(inner, ['Undo']) !== undefined;
  const object = memberOf(inner, 'object');
  const act = undone ? object : inner;
  if (!isObject(act)) return 'ignored: another activity';
  if (isOneOf(act, REACTIONS) !== undefined) return gesture(context, activity, { act, by: inner, undone });
  if (isOneOf(act, MODERATION) !== undefined) return moderate(context, { speaker: activity.sender, json: act, undone });
  if (isOneOf(act, ['Flag']) !== undefined && !undone) return flag(context, { ...activity, json: act });
  return 'ignored: another activity';
}

async function gesture(
  { actions, posts }: ReceiveContext,
  { sender, iri, receivedAt }: SentActivity,
  { act, by, undone }: { readonly act: JsonObject; readonly by: JsonObject; readonly undone: boolean },
): Promise<Outcome> {
  const actor = idOf(memberOf(by, 'actor'));
  const id = idOf(memberOf(act, 'object'));
  if (actor === undefined || id === undefined) return 'refused: a reaction to nothing';
  if (!sameOrigin(actor, sender) || idOf(memberOf(act, 'actor')) !== actor) return 'ignored: not its server’s word';
  const post = await posts.byIri(postIri(id));
  if ((post?.community as string | undefined) !== sender) return 'ignored: not a post of that community';
  const reaction = { actor: actorIri(actor), post: postIri(id), ...gestureOf(act) };
  if (undone) await actions.takeBack(reaction);
  else await actions.react({ ...reaction, activity: idOf(act) ?? iri, at: receivedAt });
  return undone ? 'done: taken back' : 'done: counted';
}
