import type { ProposalModel } from '../../../views/pages/proposal.ts';
import type { Ballot as BallotModel, Choice, Receipt } from '../../../views/parts/ballot.ts';
import type { ResultModel } from '../../../views/parts/result.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Ballot, Board } from '../../governance/ballot.ts';
import { castBallot } from '../../governance/ballots.ts';
import { addHours, dayInWords } from '../../governance/dates.ts';
import type { Proposal, Roll } from '../../governance/proposal.ts';
import { durationsFor, procedureOf } from '../../governance/proposals/procedure.ts';
import type { CommunityState } from '../../governance/state.ts';
import { isYesNo, type YesNoTally } from '../../governance/tally/tally.ts';
import type { NameOf } from './names.ts';

/** What is stored about a vote, as far as one viewer may know it. */
export interface VoteFacts {
  readonly roll: Roll | null;
  /** How many ballots there are; never what they say. */
  readonly count: number;
  /** The viewer's own. */
  readonly own: Ballot | null;
  readonly board: Board | null;
  /** All that were counted: for members, once the result stands in the record. */
  readonly counted?: readonly Ballot[];
}

interface Voting {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly viewer: PersonIri | null;
  readonly now: Date;
  readonly nameOf: NameOf;
  readonly vote: VoteFacts;
}

type VoteModel = Pick<ProposalModel, 'ballot' | 'turnout' | 'result' | 'receipt'>;

/** The vote of a proposal as one viewer sees it. Before the close, how many have voted is all that is told. */
export function voteModel(voting: Voting): VoteModel {
  const { proposal, vote } = voting;
  const { phase, pinned, outcome } = proposal;
  if (pinned === undefined || proposal.votingOpenedAt === undefined) return {};
  if (pinned.secret !== undefined) return secretModel(voting);
  const roll = pinned.rollSize;
  if (phase.state === 'voting') {
    return { ballot: ballotModel(voting, phase.until), turnout: { voted: vote.count, roll, until: phase.until } };
  }
  const own = vote.own === null ? {} : { receipt: receiptOf(vote.own), ballot: whatBecameOf(vote.own, vote.board) };
  if (outcome === undefined || !isYesNo(outcome.tally)) return { ...own, turnout: { voted: vote.count, roll } };
  return {
    ...own,
    turnout: { voted: outcome.tally.turnout, roll },
    result: resultModel(voting, { ...outcome, tally: outcome.tally }),
  };
}

/** Of a secret vote nothing is told before the close, not even how many have voted. */
function secretModel(voting: Voting): VoteModel {
  const { pinned, outcome } = voting.proposal;
  const ballot = { state: 'secret' } as const;
  if (outcome === undefined) return { ballot };
  const turnout = { voted: outcome.ballots, roll: pinned?.rollSize ?? 0 };
  if (!isYesNo(outcome.tally)) return { ballot, turnout };
  return { ballot, turnout, result: resultModel(voting, { ...outcome, tally: outcome.tally }) };
}

function ballotModel(voting: Voting, until: Date): BallotModel {
  const { state, proposal, viewer, now, vote } = voting;
  if (viewer === null) return { state: 'not-yours', why: 'Members vote here. Sign in, if you are one.' };
  if (vote.own !== null) return { state: 'cast', receipt: receiptOf(vote.own) };
  if (vote.roll?.root !== proposal.pinned?.rollRoot) {
    const why =
      'The roll of this vote is not the one that was frozen; until whoever runs this server has restored it, nobody can vote.';
    return { state: 'not-yours', why };
  }
  const trial = { choice: 'abstain', via: 'web', nonce: '', already: false } as const;
  const asked = castBallot({ ...trial, state, proposal: proposal.id, voter: viewer, roll: vote.roll, now });
  if (!asked.ok) return { state: 'not-yours', why: asked.refusal.text };
  return { state: 'open', until, consequences: consequencesOf(state, proposal, until) };
}

function consequencesOf(state: CommunityState, proposal: Proposal, until: Date): Readonly<Record<Choice, string>> {
  const { timelockHours } = durationsFor(proposal.matter, procedureOf(state, proposal));
  const from = dayInWords(addHours(until, timelockHours));
  return {
    yes: `if it passes, it takes effect on ${from}`,
    no: 'everything stays as it is',
    abstain: 'counts as turnout only',
  };
}

/** Whether the viewer's ballot was counted: the board says so, and her receipt proves it. */
function whatBecameOf(own: Ballot, board: Board | null): BallotModel {
  if (board === null) return { state: 'not-yours', why: 'The vote is over. The ballots are being counted.' };
  return board.leaves.includes(own.leaf)
    ? { state: 'not-yours', why: 'The vote is over. Your ballot stands on its board: it was counted as you cast it.' }
    : { state: 'not-yours', why: 'The vote is over. Your ballot does not stand on its board: it was not counted.' };
}

function receiptOf({ choice, castAt, leaf, nonce }: Ballot): Receipt {
  return { choice, castAt, leaf, nonce };
}

function resultModel(
  { proposal, nameOf, vote }: Voting,
  outcome: NonNullable<Proposal['outcome']> & { readonly tally: YesNoTally },
): ResultModel {
  const { phase, matter, pinned } = proposal;
  const { result, ...tally } = outcome.tally;
  return {
    ...tally,
    outcome: result,
    matter,
    roll: pinned?.rollSize ?? 0,
    boardRoot: outcome.boardRoot,
    ...(phase.state === 'timelock' ? { inForceFrom: phase.until } : {}),
    ...(phase.state === 'in-force' ? { inForceFrom: phase.since } : {}),
    ...(phase.state === 'lapsed' && phase.refileFrom !== undefined ? { refileFrom: phase.refileFrom } : {}),
    ...(vote.counted === undefined
      ? {}
      : { votes: vote.counted.map(({ voter, choice }) => ({ author: nameOf(voter), choice })) }),
  };
}
