import type { ProposalModel } from '../../../views/pages/proposal.ts';
import type { Ballot as BallotModel, Paper, Receipt } from '../../../views/parts/ballot.ts';
import type { PersonIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import type { Ballot, Board } from '../../governance/ballot.ts';
import { castBallot } from '../../governance/ballots.ts';
import { addHours } from '../../governance/dates.ts';
import type { Proposal, Roll } from '../../governance/proposal.ts';
import { procedureOf, timelockFor } from '../../governance/proposals/procedure.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { NameOf } from './names.ts';
import { resultModel, saidIn, wordsIn } from './result.ts';

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
    const turnout = { voted: vote.count, roll, quorum: pinned.quorum, until: phase.until };
    return { ballot: ballotModel(voting, phase.until), turnout };
  }
  const own = vote.own === null ? {} : { receipt: receiptOf(voting, vote.own), ballot: whatBecameOf(vote) };
  if (outcome === undefined) return { ...own, turnout: { voted: vote.count, roll, quorum: pinned.quorum } };
  const { turnout: voted, quorum } = outcome.tally;
  return {
    ...own,
    turnout: { voted, roll, quorum },
    result: resultModel({ ...voting, wordsOf: wordsIn(voting), outcome }),
  };
}

/** Of a secret vote nothing is told before the close, not even how many have voted. */
function secretModel(voting: Voting): VoteModel {
  const { pinned, outcome } = voting.proposal;
  const ballot = { state: 'secret' } as const;
  if (outcome === undefined) return { ballot };
  const turnout = { voted: outcome.ballots, roll: pinned?.rollSize ?? 0, quorum: outcome.tally.quorum };
  return { ballot, turnout, result: resultModel({ ...voting, wordsOf: wordsIn(voting), outcome }) };
}

function ballotModel(voting: Voting, until: Date): BallotModel {
  const { state, proposal, viewer, now, vote } = voting;
  if (viewer === null) return { state: 'not-yours', since: 'sign-in' };
  if (vote.roll?.root !== proposal.pinned?.rollRoot) {
    return { state: 'not-yours', since: 'other-roll' };
  }
  const trial = { choice: 'abstain', via: 'web', nonce: '', before: vote.own, change: true } as const;
  const asked = castBallot({ ...trial, state, proposal: proposal.id, voter: viewer, roll: vote.roll, now });
  const paper = asked.ok ? paperOf(voting, until) : null;
  if (vote.own !== null) {
    return { state: 'cast', receipt: receiptOf(voting, vote.own), ...(paper === null ? {} : { change: paper }) };
  }
  return paper ?? { state: 'not-yours', why: asked.ok ? '' : sentenceOf(asked.refusal) };
}

/** What there is to fill in, by the method that was pinned. */
function paperOf(voting: Voting, until: Date): Paper {
  const { state, proposal } = voting;
  const { method = 'yes-no', options = [] } = proposal.pinned ?? {};
  if (method === 'yes-no') return { state: 'open', until, inForceFrom: inForceFrom(state, proposal, until) };
  const wordsOf = wordsIn(voting);
  const named = options.map(({ id }) => ({ id, words: wordsOf(id) }));
  return { state: 'ranking', until, options: named, equals: method === 'schulze' };
}

/** When it takes effect, if it passes at its close. */
const inForceFrom = (state: CommunityState, proposal: Proposal, until: Date): Date =>
  addHours(until, timelockFor(proposal.change, proposal.matter, procedureOf(state, proposal)));

/** Whether the viewer's ballot was counted: the board says so, and her receipt proves it. */
function whatBecameOf({ own, board }: VoteFacts): BallotModel {
  if (board === null || own === null) {
    return { state: 'not-yours', since: 'counting' };
  }
  return { state: 'not-yours', since: board.leaves.includes(own.leaf) ? 'counted' : 'not-counted' };
}

function receiptOf(voting: Voting, { choice, castAt, leaf, nonce }: Ballot): Receipt {
  return { choice: saidIn(voting, choice), castAt, leaf, nonce };
}
