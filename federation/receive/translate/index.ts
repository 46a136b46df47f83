import { isOneOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity, Translate } from '../context.ts';
import { isUndone } from '../undone.ts';
import { announce } from './announce.ts';
import { accept, reject } from './answer.ts';
import { block } from './block.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { flag } from './flag.ts';
import { follow } from './follow.ts';
import { moderation } from './moderation.ts';
import { move } from './move.ts';
import { offer } from './offer.ts';
import { pollVote } from './poll-vote.ts';
import { quoteRequest } from './quote-request.ts';
import { reaction } from './reaction.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';

/** What each kind of activity means here. A kind that is not listed is accepted and ignored. */
const TRANSLATIONS = {
  Follow: follow,
  Accept: accept,
  Reject: reject,
  Create: create,
  Update: update,
  Delete: remove,
  Like: reaction,
  Dislike: reaction,
  EmojiReact: reaction,
  Announce: announce,
  Undo: undo,
  Lock: moderation,
  Add: moderation,
  Remove: moderation,
  Block: block,
  Flag: flag,
  Move: move,
  PollVote: pollVote,
  QuoteRequest: quoteRequest,
  Offer: offer,
} satisfies Record<string, Translate>;

const KINDS = Object.keys(TRANSLATIONS) as (keyof typeof TRANSLATIONS)[];

/** Turns one received activity into an action. */
export async function translate(context: ReceiveContext, activity: SentActivity): Promise<Outcome> {
  if (isUndone(context, activity)) return 'ignored: undone already';
  const kind = isOneOf(activity.json, KINDS);
  return kind === undefined ? 'ignored: a kind not known here' : TRANSLATIONS[kind](context, activity);
}
