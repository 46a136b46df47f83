import type { PostIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import type { Ballot } from '../ballot.ts';
import { addDays, addHours } from '../dates.ts';
import { delegationsOn } from '../delegations/delegation.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Roll } from '../proposal.ts';
import type { Delegated } from '../tally/votes.ts';
import { notDue } from './not-due.ts';
import { durationsFor, isSecretMatter, procedureOf } from './procedure.ts';

/**
 * Voting opens, for its full time from now on: a server that was down shortens no vote.
 *
 * @param question the id of the `Question` through which people elsewhere vote
 */
export function openVoting({
  state,
  proposal: id,
  question,
  now,
}: Transition<{ readonly proposal: ProposalId; readonly question: PostIri }>): Result<
  EventOf<'voting-opened'>,
  'not-due'
> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'frozen' || now < proposal.phase.until) return notDue(id);
  const { votingDays } = durationsFor(proposal.matter, procedureOf(state, proposal));
  return accepted({ kind: 'voting-opened', proposal: id, question, until: addDays(now, votingDays) });
}

/**
 * The time to vote is over: it ends, or goes on once because too few have voted, or once because enough had voted
 * only in the last hours, when those who relied on too low a turnout could not answer any more (governance.md §3.1).
 * With the end, who votes for whom is written down as it stands then.
 *
 * @param ballots of members on the roll
 * @param roll for the delegations; without it nobody votes for anybody else
 */
export function endVoting({
  state,
  proposal: id,
  ballots,
  roll = null,
  now,
}: Transition<{
  readonly proposal: ProposalId;
  readonly ballots: readonly Pick<Ballot, 'voter' | 'castAt'>[];
  readonly roll?: Roll | null;
}>): Result<EventOf<'voting-extended' | 'voting-ended'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'voting' || now < proposal.phase.until) return notDue(id);
  const { until, extended } = proposal.phase;
  const { extensionDays, lateQuorumHours } = procedureOf(state, proposal);
  const delegations = roll === null || isSecretMatter(proposal.matter) ? [] : delegationsOn({ state, roll, now });
  const reachedAt = quorumReachedAt([...ballots, ...byDelegates(ballots, delegations)], proposal.pinned?.quorum ?? 0);
  if (reachedAt === null && !extended.quorum) {
    return accepted({ kind: 'voting-extended', proposal: id, why: 'quorum', until: addDays(now, extensionDays) });
  }
  if (reachedAt !== null && reachedAt >= addHours(until, -lateQuorumHours) && !extended.late) {
    return accepted({
      kind: 'voting-extended',
      proposal: id,
      why: 'late-quorum',
      until: addHours(now, lateQuorumHours),
    });
  }
  return accepted({ kind: 'voting-ended', proposal: id, ...(delegations.length === 0 ? {} : { delegations }) });
}

/** What delegates cast for others, at the time at which they cast it. */
function byDelegates(ballots: readonly Pick<Ballot, 'voter' | 'castAt'>[], delegations: readonly Delegated[]) {
  return delegations.flatMap(({ by, to }) =>
    ballots.filter(({ voter }) => voter === to).map(({ castAt }) => ({ voter: by, castAt })),
  );
}

/** When the turnout reached the quorum, or `null`. A quorum of nobody was reached before anybody voted. */
function quorumReachedAt(ballots: readonly Pick<Ballot, 'voter' | 'castAt'>[], quorum: number): Date | null {
  const first = new Map<string, number>();
  for (const { voter, castAt } of ballots) {
    first.set(voter, Math.min(first.get(voter) ?? Number.POSITIVE_INFINITY, castAt.getTime()));
  }
  if (quorum === 0) return new Date(0);
  const time = [...first.values()].sort((a, b) => a - b)[quorum - 1];
  return time === undefined ? null : new Date(time);
}
