import type { PollModel } from '../../../views/parts/poll.ts';
import type { House } from '../../actions/house.ts';
import type { Community } from '../../community/community.ts';
import type { Person } from '../../community/person.ts';
import type { Poll, Post } from '../../community/post.ts';
import { pageHandle } from '../context.ts';

interface Shown {
  readonly post: Post;
  readonly poll: Poll;
  readonly community: Community;
  readonly viewer: Person | null;
  readonly isMember: boolean;
}

/**
 * A poll as one viewer sees it. In one of another server she votes here, once, and her vote is sent there; one about
 * a proposal of a community here leads to the proposal, where the text and what follows from it can be read.
 */
export async function pollModel(
  house: Pick<House, 'addresses' | 'sentVotes' | 'clock'>,
  shown: Shown,
): Promise<PollModel> {
  const { poll, community } = shown;
  const closedAt = poll.closedAt ?? (poll.closesAt && poll.closesAt <= house.clock.now() ? poll.closesAt : undefined);
  const { proposal } = poll;
  return {
    choices: poll.options.map((option) => ({ value: option, label: option })),
    // A vote is sent as one choice, once.
    multiple: false,
    ...(poll.closesAt === undefined ? {} : { closesAt: poll.closesAt }),
    ...(closedAt === undefined ? await mayVote(house, shown) : { closedAt, ...countsOf(poll) }),
    ...(shown.post.home === 'here' ? {} : { countedBy: new URL(shown.post.iri).host }),
    ...(proposal === undefined
      ? {}
      : { proposal: { id: proposal, path: house.addresses.page.proposal(pageHandle(community), proposal) } }),
  };
}

function countsOf({ counts, voters }: Poll): Pick<PollModel, 'counts' | 'voters'> {
  return { ...(counts === undefined ? {} : { counts }), ...(voters === undefined ? {} : { voters }) };
}

async function mayVote(
  { addresses, sentVotes }: Pick<House, 'addresses' | 'sentVotes'>,
  { post, poll, community, viewer, isMember }: Shown,
): Promise<Pick<PollModel, 'action' | 'said'>> {
  if (poll.proposal !== undefined && post.home === 'here') {
    return { said: { kind: poll.asks === 'second' ? 'seconded-there' : 'voted-there' } };
  }
  if (viewer === null || !isMember) return { said: { kind: 'members-vote' } };
  const vote = await sentVotes.get(post.iri, viewer.iri);
  if (vote !== null) return { said: { kind: 'voted', what: vote.choice } };
  return { action: `${addresses.page.thread(pageHandle(community), post.iri)}/vote` };
}
