import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { SentVote } from '../ports/federation.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'posts' | 'follows' | 'sentVotes' | 'clock' | 'wake'>;

/**
 * Somebody here votes in a poll of another server: her vote is sent there once, and counted, or refused, there.
 */
export async function voteElsewhere(
  house: Needs,
  ask: { readonly question: PostIri; readonly voter: PersonIri; readonly choice: string },
): Promise<Result<SentVote, 'no-such-poll' | 'closed' | 'bad-choice' | 'not-a-member' | 'already-voted'>> {
  const post = await house.posts.byIri(ask.question);
  if (post?.poll === undefined || post.deletedAt) return refused('no-such-poll', 'There is no such poll.');
  const now = house.clock.now();
  if (post.poll.closedAt) return refused('closed', 'This vote is over.');
  if (post.poll.closesAt && post.poll.closesAt <= now) return refused('closed', 'This vote is over.');
  if (!post.poll.options.includes(ask.choice)) return refused('bad-choice', 'Choose one of the options shown.');
  const follow = post.community && (await house.follows.get(ask.voter, post.community));
  if (follow?.state !== 'accepted') {
    return refused('not-a-member', 'Only members of the community vote. Join it first.');
  }
  const vote: SentVote = { question: ask.question, voter: ask.voter, choice: ask.choice, at: now };
  if ((await house.sentVotes.add(vote)) === 'already') {
    return refused('already-voted', 'You have already voted on this. A ballot counts as it was first cast.');
  }
  house.wake();
  return accepted(vote);
}
