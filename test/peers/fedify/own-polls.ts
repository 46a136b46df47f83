import type { Context } from '@fedify/fedify';
import { deliver } from './deliver.ts';
import { around } from './documents.ts';
import type { Post } from './reading.ts';
import type { OwnPoll, Peer } from './state.ts';
import type { Json } from './wire.ts';

type Option = Json & { name: string; replies: Json };

function optionsOf(question: Json): { key: 'oneOf' | 'anyOf'; options: Option[] } {
  const key = question.anyOf ? 'anyOf' : 'oneOf';
  return { key, options: question[key] as Option[] };
}

function isOpen(question: Json): boolean {
  return Date.parse(String(question.endTime)) > Date.now();
}

/** Once per voter and option; once per voter when one option may be chosen. */
function admits(poll: OwnPoll, question: Json, voter: string, choice: string): boolean {
  const { key, options } = optionsOf(question);
  const chosen = poll.votes.get(voter) ?? new Set<string>();
  const free = key === 'anyOf' ? !chosen.has(choice) : chosen.size === 0;
  return free && isOpen(question) && options.some((option) => option.name === choice);
}

function withTally(question: Json, poll: OwnPoll): Json {
  const { key, options } = optionsOf(question);
  const count = (name: string): number => [...poll.votes.values()].filter((chosen) => chosen.has(name)).length;
  const counted = options.map((option) => ({
    ...option,
    replies: { type: 'Collection', totalItems: count(option.name) },
  }));
  return { ...question, [key]: counted, votersCount: poll.votes.size };
}

/**
 * Counts a vote in a poll made here, and tells the followers the new tally (an Update without `updated`, as Mastodon's).
 * Returns false when the post is no vote in a poll of ours.
 */
export async function countVote(ctx: Context<Peer>, post: Post): Promise<boolean> {
  const id = post.replyTargetId?.href ?? '';
  const poll = ctx.data.ownPolls.get(id);
  const question = ctx.data.documents.get(id);
  const choice = post.name?.toString();
  const voter = post.attributionId?.href;
  if (!poll || !question || !choice || !voter) return false;
  if (!admits(poll, question, voter, choice)) return true;
  poll.votes.set(voter, (poll.votes.get(voter) ?? new Set<string>()).add(choice));
  const counted = withTally(question, poll);
  ctx.data.documents.set(id, counted);
  const activity = around(poll.account, 'Update', counted, `#updates/${ctx.data.newId()}`);
  await deliver(ctx, poll.account, { activity, to: [voter], followers: true, personal: false });
  return true;
}

/** A poll of ours as others may read it now: it says `closed` once its time is over. */
export function asServed(document: Json): Json {
  if (document.type !== 'Question' || isOpen(document)) return document;
  return { ...document, closed: document.endTime };
}
