import type { House } from '../../actions/house.ts';
import { OPTIONS } from '../../actions/vote-from-elsewhere.ts';
import type { CommunityIri } from '../../community/ids.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Poll, Post } from '../../community/post.ts';
import { CHOICES } from '../../governance/tally/tally.ts';

/** Mastodon's `Poll`. While a vote is open nobody is told how it stands: every count is `null`. */
export interface PollEntity {
  readonly id: string;
  readonly expires_at: string | null;
  readonly expired: boolean;
  readonly multiple: boolean;
  readonly votes_count: number;
  readonly voters_count: number | null;
  readonly options: readonly { readonly title: string; readonly votes_count: number | null }[];
  readonly emojis: readonly never[];
  readonly voted?: boolean;
  readonly own_votes?: readonly number[];
}

type Needs = Pick<House, 'ballots' | 'states' | 'sentVotes' | 'clock'>;
/** A post that asks something. */
export type Asked = Post & { readonly poll: Poll };

/** Whether a post asks something. */
export const isPoll = (post: Post): post is Asked => post.poll !== undefined;

export async function pollEntity(house: Needs, post: Asked, viewer: Person | null): Promise<PollEntity> {
  const { poll } = post;
  const now = house.clock.now();
  const expired = poll.closedAt !== undefined || (poll.closesAt !== undefined && poll.closesAt <= now);
  const own = viewer === null ? null : await ownVotes(house, post, viewer);
  const total = (poll.counts ?? []).reduce((sum, count) => sum + count, 0);
  return {
    id: postNumber(post),
    expires_at: (poll.closedAt ?? poll.closesAt)?.toISOString() ?? null,
    expired,
    multiple: poll.multiple,
    votes_count: total,
    voters_count: poll.voters ?? null,
    options: poll.options.map((title, at) => ({ title, votes_count: poll.counts?.[at] ?? null })),
    emojis: [],
    ...(own === null ? {} : { voted: own.length > 0, own_votes: own }),
  };
}

/** What she has answered, as places in the list of options. */
async function ownVotes(house: Needs, { iri, community, poll }: Asked, viewer: Person): Promise<readonly number[]> {
  const { proposal } = poll;
  if (proposal === undefined) return placesOf(poll, (await house.sentVotes.get(iri, viewer.iri))?.choice);
  if (poll.asks === 'second') {
    const seconds = (await house.states.load(community as CommunityIri))?.proposals.get(proposal)?.seconds ?? [];
    return seconds.some(({ by }) => by === viewer.iri) ? [0] : [];
  }
  const ballot = await house.ballots.by(community as CommunityIri, proposal, viewer.iri);
  const chosen = CHOICES.find((choice) => choice === ballot?.choice);
  return placesOf(poll, chosen === undefined ? undefined : OPTIONS[chosen]);
}

const placesOf = ({ options }: Poll, words: string | undefined): readonly number[] => {
  const at = words === undefined ? -1 : options.indexOf(words);
  return at < 0 ? [] : [at];
};
