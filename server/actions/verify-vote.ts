import { inEnglish } from '../community/said.ts';
import type { Ballot, Board } from '../governance/ballot.ts';
import { checkBallot, checkBoard, leafOf } from '../governance/ballots.ts';
import type { Pinned, Proposal, Roll } from '../governance/proposal.ts';
import { checkRoll } from '../governance/roll.ts';
import { countVote } from '../governance/tally/count.ts';
import { tallyWords } from '../governance/tally/words.ts';
import { canonicalText } from '../record/canonical.ts';
import type { VerifyFault } from './verify-record.ts';

/** Everything that is stored about one vote, beside what the record says of it. */
export interface StoredVote {
  readonly proposal: Proposal;
  readonly pinned: Pinned;
  readonly roll: Roll | null;
  readonly ballots: readonly Ballot[];
  readonly board: Board | null;
  /** The entry with its result. */
  readonly decidedIn: number | undefined;
}

/** Checks one vote: its roll, each ballot, its board, its result. Pure. */
export function verifyVote(vote: StoredVote): {
  readonly faults: readonly VerifyFault[];
  readonly notes: readonly string[];
} {
  const { proposal, ballots, board } = vote;
  const faults = [...rollFaults(vote), ...ballotFaults(vote), ...boardFaults(vote)];
  // A result is counted again only from what is whole: otherwise the sum would blame the wrong one.
  const recount = faults.length === 0 ? resultFaults(vote) : [];
  const late = board === null ? [] : checkBoard(board, ballots).notCounted.filter(checkBallot);
  const notes = late.map(
    ({ voter }) =>
      `The ballot of ${voter} on ${proposal.id} is not on the board and was not counted: it came as the vote closed, or was added afterwards.`,
  );
  return { faults: [...faults, ...recount], notes };
}

function rollFaults({ proposal: { id }, pinned, roll }: StoredVote): readonly VerifyFault[] {
  const where = `roll of ${id}`;
  if (roll === null) return [{ where, text: `The roll of ${id}, by which the right to vote goes, is missing.` }];
  if (checkRoll(roll, pinned.rollRoot)) return [];
  return [{ where, text: `The roll of ${id} is not the one that was frozen: somebody was added, removed or changed.` }];
}

function ballotFaults({ proposal: { id }, roll, ballots }: StoredVote): readonly VerifyFault[] {
  const onRoll = new Set(roll?.entries.map(({ member }) => member));
  return ballots.flatMap((ballot) => {
    const where = `ballot of ${ballot.voter} on ${id}`;
    if (!checkBallot(ballot)) {
      return [
        { where, text: `The ballot of ${ballot.voter} on ${id} is not as it was cast: its receipt does not fit.` },
      ];
    }
    if (roll !== null && !onRoll.has(ballot.voter)) {
      return [{ where, text: `There is a ballot of ${ballot.voter} on ${id}, who is not on its roll.` }];
    }
    return [];
  });
}

function boardFaults(vote: StoredVote): readonly VerifyFault[] {
  const { proposal, ballots, board, decidedIn } = vote;
  const { id, outcome } = proposal;
  const where = `board of ${id}`;
  if (board === null) {
    return outcome === undefined
      ? []
      : [{ where, text: `The board of ${id}, on which its ballots stand, is missing.` }];
  }
  const own = againstBallots(id, board, ballots).map((text) => ({ where, text }));
  if (outcome === undefined || (board.root === outcome.boardRoot && board.leaves.length === outcome.ballots))
    return own;
  const text = `The board of ${id} is not the one whose root stands in entry ${decidedIn ?? '?'} with the result.`;
  return [...own, { where, text, ...(decidedIn === undefined ? {} : { seq: decidedIn }) }];
}

/** What the board and the ballots say against each other, beyond the ballots that are not as they were cast. */
function againstBallots(id: string, board: Board, ballots: readonly Ballot[]): readonly string[] {
  const { faults, notCounted } = checkBoard(board, ballots);
  // A changed receipt leaves its place on the board without a ballot: that is one fault, and named already.
  const explained = new Set<string>(ballots.filter((ballot) => !checkBallot(ballot)).map(leafOf));
  const others = notCounted.filter(checkBallot).map(({ voter }) => voter);
  const suspects = others.length === 0 ? '' : ` It may be that of ${others.join(' or ')}, which is not on the board.`;
  return faults
    .filter(({ what, leaf }) => what !== 'ballot-changed' && !(leaf !== undefined && explained.has(leaf)))
    .map(({ what, text }) =>
      what === 'root' ? text : `A ballot on ${id} was removed or replaced. ${text}${suspects}`,
    );
}

function resultFaults({ proposal, pinned, roll, ballots, board, decidedIn }: StoredVote): readonly VerifyFault[] {
  const { id, outcome } = proposal;
  if (outcome === undefined || roll === null || board === null) return [];
  const onBoard = new Set(board.leaves);
  const counted = ballots.filter(({ leaf }) => onBoard.has(leaf));
  const tally = countVote({ pinned, roll, ballots: counted, delegations: proposal.delegations });
  if (canonicalText(tally) === canonicalText(outcome.tally)) return [];
  const seq = decidedIn ?? 0;
  const text = `The result of ${id} in entry ${seq} is not what its ballots add up to: “${inEnglish(tallyWords(outcome.tally, pinned.options))}” stands there, “${inEnglish(tallyWords(tally, pinned.options))}” was cast.`;
  return [{ where: `entry ${seq}`, seq, text }];
}
