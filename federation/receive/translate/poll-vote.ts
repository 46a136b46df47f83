import { idOf, memberOf, stringOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { vote } from './vote.ts';

/** PieFed's `PollVote`: the poll as `object`, the option's words as `choice_text`; a ballot like any other. */
export const pollVote: Translate = async (context, activity) => {
  const question = idOf(memberOf(activity.json, 'object'));
  const choice = stringOf(memberOf(activity.json, 'choice_text'), 500);
  if (question === undefined || choice === undefined) return 'refused: a vote for nothing';
  return (await vote(context, activity, { question, choice })) ?? 'ignored: not a poll known here';
};
