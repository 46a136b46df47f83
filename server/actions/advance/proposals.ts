import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import { refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { Ballot } from '../../governance/ballot.ts';
import { checkBallot } from '../../governance/ballots.ts';
import type { ProposalStep } from '../../governance/due/proposals.ts';
import { callForHelp } from '../../governance/proposals/call-for-help.ts';
import { decideChallenge } from '../../governance/proposals/challenge.ts';
import { decideProposal } from '../../governance/proposals/decide.ts';
import { bringIntoForce } from '../../governance/proposals/enact.ts';
import { freezeProposal, votingFromOf } from '../../governance/proposals/freeze.ts';
import { lapseProposal } from '../../governance/proposals/lapse.ts';
import { callRenewal } from '../../governance/proposals/renewal.ts';
import { endVoting, openVoting } from '../../governance/proposals/vote.ts';
import { freezeRoll } from '../../governance/roll.ts';
import { endSecretVoting } from '../../governance/secret/count.ts';
import type { CommunityState } from '../../governance/state.ts';
import { prepareSetup } from '../secret/vote-keys.ts';
import { countBallots } from './board.ts';
import { lastActs } from './last-acts.ts';
import { type Decide, fromState, type Needs, type Preparations } from './step.ts';

/** The steps of a proposal, from seconding to its effect. */
export const proposalSteps = {
  lapse: fromState(lapseProposal),
  async freeze(house, before, { proposal }) {
    const roll = await frozenRoll(house, before, proposal);
    const setup = await prepareSetup(house, before, proposal);
    return (state, now) => freezeProposal({ state, proposal, roll, secret: setup(state, now), now });
  },
  'open-voting'(house, before, { proposal }) {
    const name = before.community.slice(before.community.lastIndexOf('/') + 1);
    const question = house.addresses.ballot(name, proposal);
    return (state, now) => openVoting({ state, proposal, question, now });
  },
  async 'end-voting'(house, before, { proposal }) {
    if (before.proposals.get(proposal)?.pinned?.secret) {
      const turnout = await house.secretBallots.turnout({ community: before.community, proposal });
      return (state, now) => endSecretVoting({ state, proposal, turnout, now });
    }
    const [ballots, roll] = await Promise.all([
      house.ballots.of(before.community, proposal),
      house.boards.roll(before.community, proposal),
    ]);
    return (state, now) => endVoting({ state, proposal, ballots, roll, now });
  },
  decide: (house, before, { proposal }) => prepareDecision(house, before.community, proposal),
  'decide-challenge': fromState(decideChallenge),
  'call-renewal': fromState(callRenewal),
  'call-for-help': fromState(callForHelp),
  'bring-into-force': fromState(bringIntoForce),
} as const satisfies Preparations<ProposalStep>;

/** The roll as it is frozen now, unless it was before: the first one written stays. */
async function frozenRoll(house: Needs, state: CommunityState, proposal: ProposalId) {
  const at = votingFromOf(state, proposal);
  const actedSince = await lastActs(house, state, at);
  return house.boards.keepRoll(state.community, proposal, freezeRoll({ state, at, actedSince }));
}

async function prepareDecision(house: Needs, community: CommunityIri, proposal: ProposalId): Promise<Decide> {
  const board = await countBallots(house, community, proposal);
  const [roll, all, others, confirmations] = await Promise.all([
    house.boards.roll(community, proposal),
    house.ballots.of(community, proposal),
    house.opinions.count(community, proposal),
    house.confirmations.of(community, proposal),
  ]);
  if (roll === null) return () => refused('no-roll', said`The roll of ${proposal} is missing from the database.`);
  const leaves = new Set(board.leaves);
  const ballots = all.filter((ballot) => leaves.has(ballot.leaf) && isWhole(house, ballot));
  return (state, now) => decideProposal({ state, proposal, roll, ballots, board, others, confirmations, now });
}

/** A ballot changed behind the program's back is not counted; that it is missing shows against the board. */
function isWhole(house: Needs, ballot: Ballot): boolean {
  if (checkBallot(ballot)) return true;
  house.log.error(
    { proposal: ballot.proposal, leaf: ballot.leaf },
    'a ballot was changed in the database; it is not counted',
  );
  return false;
}
