import type { Digest, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { merkleRoot } from '../../record/merkle.ts';
import type { Ballot, Board } from '../ballot.ts';
import { checkBallot } from '../ballots.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { confirmedOf } from '../participation/sample.ts';
import type { Proposal, Roll } from '../proposal.ts';
import { checkRoll } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { countVote } from '../tally/count.ts';
import type { Count, Tally } from '../tally/tally.ts';
import { notDue } from './not-due.ts';
import { procedureOf, timelockFor } from './procedure.ts';
import { adoptedText } from './texts.ts';

/**
 * The count. Only ballots that stand on the board and are as they were cast are counted; `ballots` in the entry is
 * the length of the board, so that one which was changed in the database, and is therefore not counted, shows.
 *
 * Refused with `roll-changed` or `board-changed` when these are not what was pinned or written: somebody has to
 * restore the database, and until then nothing is decided.
 */
export function decideProposal({
  state,
  proposal: id,
  roll,
  ballots,
  board,
  others,
  confirmations,
  now,
}: Transition<{
  readonly proposal: ProposalId;
  readonly roll: Roll;
  readonly ballots: readonly Ballot[];
  readonly board: Board;
  /** Answers of people who are not on the roll. */
  readonly others?: Count;
  /** Receipts whose voters, asked, said that they are theirs. */
  readonly confirmations?: ReadonlySet<Digest>;
}>): Result<EventOf<'proposal-decided'>, 'not-due' | 'roll-changed' | 'board-changed'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'counting' || proposal.pinned === undefined) return notDue(id);
  const { pinned, delegations } = proposal;
  const { rollRoot } = pinned;
  if (!checkRoll(roll, rollRoot))
    return refused('roll-changed', said`The roll of ${id} is not the one that was frozen.`);
  if (merkleRoot(board.leaves) !== board.root) return refused('board-changed', said`The board of ${id} was changed.`);
  const onBoard = new Set(board.leaves);
  const whole = ballots.filter((ballot) => ballot.proposal === id && onBoard.has(ballot.leaf) && checkBallot(ballot));
  const tally = countVote({ pinned, roll, ballots: whole, delegations });
  const asked = confirmedOf(state, id, confirmations ?? new Set());
  return accepted({
    ...decidedBy({ state, proposal, tally, board, now }),
    ...(others === undefined || others.yes + others.no + others.abstain === 0 ? {} : { others }),
    ...(asked.length === 0 ? {} : { confirmed: asked }),
  });
}

/** The entry with a vote's result, whoever has counted it. */
export function decidedBy({
  state,
  proposal,
  tally,
  board,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly tally: Tally;
  readonly board: Pick<Board, 'leaves' | 'root'>;
  readonly now: Date;
}): EventOf<'proposal-decided'> {
  const parameters = procedureOf(state, proposal);
  const passed = tally.result === 'passed' ? adoptedText({ ...proposal, outcome: { tally } }) : null;
  return {
    kind: 'proposal-decided',
    proposal: proposal.id,
    tally,
    ballots: board.leaves.length,
    boardRoot: board.root,
    // The time for objections begins when the result stands in the record, not before.
    ...(passed === null ? {} : { inForceFrom: addHours(now, timelockFor(passed.change, proposal.matter, parameters)) }),
    ...(tally.result === 'lapsed' ? { refileFrom: addDays(now, parameters.refileDays) } : {}),
  };
}
