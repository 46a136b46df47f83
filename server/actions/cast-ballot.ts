import { whileAgo } from '../clock.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { refused } from '../community/result.ts';
import type { Ballot } from '../governance/ballot.ts';
import { castBallot as decide, namesOf } from '../governance/ballots.ts';
import { countBallots } from './advance/board.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'states' | 'record' | 'ballots' | 'boards' | 'clock' | 'random' | 'wake' | 'timelines'>;

/** A vote as somebody sent it; nothing of it is believed yet. */
export interface Vote {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly choice: string;
  readonly via: Ballot['via'];
  /** How long ago it was received, in milliseconds: the time of receipt counts (VOT-04). */
  readonly waitedMs?: number;
}

/**
 * A member votes: from the page, or from her own server. One insert under a unique key; the receipt is the leaf
 * that will stand on the board.
 *
 * Against the close: counting begins with an entry (`voting-ended`) and only then reads the ballots. A ballot saved
 * while no such entry stood is therefore counted; one that finds the entry afterwards looks whether it got onto the
 * board, and says so truthfully.
 */
export async function castBallot(house: Needs, vote: Vote): Promise<Result<Ballot>> {
  const state = await house.states.load(vote.community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const [roll, before] = await Promise.all([
    house.boards.roll(vote.community, vote.proposal),
    votesOf(house, vote, namesOf(state, vote.voter)),
  ]);
  const decision = decide({
    ...vote,
    state,
    roll,
    already: before,
    now: whileAgo(house.clock, vote.waitedMs),
    nonce: house.random(16),
  });
  if (!decision.ok) return decision;
  if ((await house.ballots.cast(decision.value)) === 'already') {
    return refused('already-voted', 'You have already voted on this. A ballot counts as it was first cast.');
  }
  house.wake();
  return (await reachedTheBoard(house, decision.value))
    ? decision
    : refused('closed', 'The vote closed in the moment you voted; your ballot came too late and is not counted.');
}

/** Whether somebody has voted, under any name of hers. */
async function votesOf({ ballots }: Needs, vote: Vote, names: readonly PersonIri[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => ballots.by(vote.community, vote.proposal, name)));
  return found.some((ballot) => ballot !== null);
}

/** Whether a ballot just saved is, or will be, among those counted. */
export async function reachedTheBoard(
  house: Pick<Needs, 'states' | 'ballots' | 'boards'>,
  ballot: Ballot,
): Promise<boolean> {
  const state = await house.states.load(ballot.community);
  const phase = state?.proposals.get(ballot.proposal)?.phase.state;
  if (phase === 'voting') return true;
  const board = await countBallots(house, ballot.community, ballot.proposal);
  return board.leaves.includes(ballot.leaf);
}
