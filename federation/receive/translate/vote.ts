import { personIri, postIri } from '../../../server/community/ids.ts';
import type { Outcome, ReceiveContext, SentActivity } from '../context.ts';

/**
 * A vote by somebody elsewhere in a poll of a community here: the same ballot as on the page. A refusal is told to the
 * voter, because her own server shows her vote as counted whatever we say (fediverse.md §2).
 *
 * @returns `null` when it is no vote in a poll of ours, and so may be an ordinary post
 */
export async function vote(
  { posts, actions, meet }: ReceiveContext,
  { sender, waitedMs, again = false }: SentActivity,
  { question, choice }: { readonly question: string; readonly choice: string },
): Promise<Outcome | null> {
  const post = await posts.byIri(postIri(question));
  if (post?.poll === undefined) return null;
  if (post.home !== 'here' || post.poll.proposal === undefined || post.community === undefined) {
    return 'ignored: a vote in a poll elsewhere';
  }
  if ((await meet(sender)) !== 'person') return 'ignored: only people vote';
  const vote = {
    community: post.community,
    proposal: post.poll.proposal,
    question: post.iri,
    voter: personIri(sender),
    choice,
    waitedMs,
    again,
  };
  if (post.poll.asks === 'second') {
    const seconded = await actions.secondFromElsewhere(vote);
    return seconded.ok ? 'done: seconded' : `refused: ${seconded.refusal.code}`;
  }
  const cast = await actions.castVoteFromElsewhere(vote);
  return cast.ok ? 'done: ballot cast' : `refused: ${cast.refusal.code}`;
}
