import { actorIri } from '../../../server/community/ids.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { actOf, moderate } from './moderation.ts';

/**
 * `Block`: with a `target`, a ban from a community elsewhere (Lemmy); without, the sender herself wants nothing more to
 * do with somebody here.
 */
export const block: Translate = async (context, activity) => {
  const { actions, addresses } = context;
  const { sender, json } = activity;
  if (memberOf(json, 'target') !== undefined) return moderate(context, actOf(activity, json, false));
  const blocked = idOf(memberOf(json, 'object'));
  if (blocked === undefined || !addresses.isHere(blocked)) return 'ignored: nobody here';
  await actions.blockedBy({ blocker: sender, blocked: actorIri(blocked) });
  return 'done: they are parted';
};
