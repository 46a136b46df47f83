import type { Digest, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Roll } from '../proposal.ts';
import { notDue } from '../proposals/not-due.ts';
import { durationsFor, procedureOf } from '../proposals/procedure.ts';
import { checkRoll } from '../roll.ts';
import { countVote } from '../tally/count.ts';
import { choicesThatCount } from './choices.ts';
import { NOTHING_YET } from './state.ts';

type Asked = Transition<{ readonly proposal: ProposalId }>;

/**
 * The time to vote is over: it ends, or goes on once because too few have voted. When ballots came is not known, so
 * the extension for a quorum that is reached only in the last hours is none of secret votes.
 *
 * @param turnout how many papers were cast with
 */
export function endSecretVoting({
  state,
  proposal: id,
  turnout,
  now,
}: Asked & { readonly turnout: number }): Result<EventOf<'voting-extended' | 'voting-ended'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'voting' || now < proposal.phase.until) return notDue(id);
  const { extensionDays } = procedureOf(state, proposal);
  if (turnout < (proposal.pinned?.quorum ?? 0) && !proposal.phase.extended.quorum) {
    return accepted({ kind: 'voting-extended', proposal: id, why: 'quorum', until: addDays(now, extensionDays) });
  }
  return accepted({ kind: 'voting-ended', proposal: id });
}

/** Which ballots there are, and how many papers were issued, is fixed before any ballot can be opened. */
export function closeSecretBoard({
  state,
  proposal: id,
  board,
  issued,
}: Omit<Asked, 'now'> & {
  readonly board: { readonly root: Digest; readonly leaves: readonly Digest[] };
  readonly issued: number;
}): Result<EventOf<'secret-board-closed'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  const closed = (state.secretVotes.get(id) ?? NOTHING_YET).board !== undefined;
  if (proposal?.phase.state !== 'counting' || closed) return notDue(id);
  return accepted({
    kind: 'secret-board-closed',
    proposal: id,
    root: board.root,
    ballots: board.leaves.length,
    issued,
  });
}

/** The tellers are asked once more for their keys. */
export function remindTellers({
  state,
  proposal: id,
}: Omit<Asked, 'now'>): Result<EventOf<'tellers-reminded'>, 'not-due'> {
  const due = state.proposals.get(id)?.phase.state === 'counting' && !state.secretVotes.get(id)?.reminded;
  return due ? accepted({ kind: 'tellers-reminded', proposal: id }) : notDue(id);
}

/** The vote has no result: too few tellers opened it in time, or papers were made that nobody was issued (P3). */
export function failSecretVote({ state, proposal: id, now }: Asked): Result<EventOf<'secret-vote-failed'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  const board = state.secretVotes.get(id)?.board;
  if (proposal?.phase.state !== 'counting' || board === undefined) return notDue(id);
  const tooMany = board.issued < board.ballots || (proposal.pinned?.rollSize ?? 0) < board.issued;
  const why = tooMany ? 'more-ballots-than-papers' : 'not-opened';
  const refileFrom = addDays(now, procedureOf(state, proposal).refileDays);
  return accepted({ kind: 'secret-vote-failed', proposal: id, why, refileFrom });
}

/**
 * The count of a secret vote.
 *
 * @param opened what the ballots on the board say, in any order; `null` for a spoiled one
 * Refused with `roll-changed` or `board-changed` when these are not what the record says: somebody has to restore the
 * database, and until then nothing is decided.
 */
export function countSecretVote({
  state,
  proposal: id,
  roll,
  board,
  opened,
  now,
}: Asked & {
  readonly roll: Roll;
  /** The root over the ballots that were opened. */
  readonly board: Digest;
  readonly opened: readonly (string | null)[];
}): Result<EventOf<'proposal-decided'>, 'not-due' | 'roll-changed' | 'board-changed'> {
  const proposal = state.proposals.get(id);
  const vote = state.secretVotes.get(id);
  if (proposal?.phase.state !== 'counting' || proposal.pinned?.secret === undefined) return notDue(id);
  if (vote?.board === undefined || vote.opened.length < proposal.pinned.secret.threshold) return notDue(id);
  const { pinned } = proposal;
  if (!checkRoll(roll, pinned.rollRoot))
    return refused('roll-changed', said`The roll of ${id} is not the one that was frozen.`);
  if (board !== vote.board.root || opened.length !== vote.board.ballots) {
    return refused('board-changed', said`The ballots of ${id} are not those that stand on its board.`);
  }
  const tally = countVote({ pinned, roll, ballots: choicesThatCount(pinned, opened) });
  const parameters = procedureOf(state, proposal);
  const { timelockHours } = durationsFor(pinned.matter, parameters);
  return accepted({
    kind: 'proposal-decided',
    proposal: id,
    tally,
    ballots: vote.board.ballots,
    boardRoot: vote.board.root,
    ...(tally.result === 'passed' ? { inForceFrom: addHours(now, timelockHours) } : {}),
    ...(tally.result === 'lapsed' ? { refileFrom: addDays(now, parameters.refileDays) } : {}),
  });
}
