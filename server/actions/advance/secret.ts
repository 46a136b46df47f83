import { digest } from '../../community/ids.ts';
import { refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { SecretStep } from '../../governance/due/secret.ts';
import { closeSecretBoard, countSecretVote, failSecretVote, remindTellers } from '../../governance/secret/count.ts';
import { LEAST_PUBLISHED, openKey } from '../../governance/secret/tellers.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { OfVote } from '../../ports/secret-ballots.ts';
import { merkleRoot } from '../../record/merkle.ts';
import { closeBoard } from '../secret/board.ts';
import { keysThatCount, openBallots } from '../secret/open-ballots.ts';
import { type Decide, fromState, type Needs, type Preparations } from './step.ts';

/** The steps of a secret vote from its close to its result. */
export const secretSteps = {
  async 'close-secret-board'(house, { community }, { proposal }) {
    const vote = { community, proposal };
    const [board, issued] = await Promise.all([closeBoard(house, vote), house.secretBallots.issuedTo(vote)]);
    // Nothing is signed any more: whoever gets hold of the machine later makes no papers.
    await house.secretBallots.destroyKeys(vote, 'issuer');
    return (state) => closeSecretBoard({ state, proposal, board, issued: issued.length });
  },
  async 'open-machine-key'(house, { community }, { proposal }) {
    const vote = { community, proposal };
    const key = (await house.secretBallots.keys(vote))?.machinePrivate;
    if (key === undefined) return () => refused('no-key', said`The key to the ballots of ${proposal} is missing.`);
    await house.secretBallots.keepOpened(vote, 'machine', key);
    return (state) => openKey({ state, proposal, teller: 'machine', key });
  },
  'count-secret': (house, before, { proposal }) =>
    prepareCount(house, before, { community: before.community, proposal }),
  'remind-tellers':
    (_, __, { proposal }) =>
    (state) =>
      remindTellers({ state, proposal }),
  'fail-secret-vote': fromState(failSecretVote),
} as const satisfies Preparations<SecretStep>;

async function prepareCount(house: Needs, before: CommunityState, vote: OfVote): Promise<Decide> {
  const { community, proposal } = vote;
  const [board, roll, kept] = await Promise.all([
    house.boards.board(community, proposal),
    house.boards.roll(community, proposal),
    house.secretBallots.opened(vote),
  ]);
  const pinned = before.proposals.get(proposal)?.pinned;
  const secret = before.secretVotes.get(proposal);
  if (roll === null || board === null || pinned === undefined || secret === undefined) {
    return () => refused('no-roll', said`The roll or the board of ${proposal} is missing from the database.`);
  }
  const keys = keysThatCount(secret, kept);
  if (keys.size < (pinned.secret?.threshold ?? 1)) {
    return () => refused('no-key', said`Keys that were given for ${proposal} are missing from the database.`);
  }
  const ballots = await house.secretBallots.withLeaves(vote, board.leaves);
  const opened = await openBallots(vote, pinned, ballots, keys);
  const root = merkleRoot(ballots.map(({ leaf }) => digest(leaf)));
  return (state, now) => countSecretVote({ state, proposal, roll, board: root, opened, now });
}

/** What may stay of a secret vote once it is decided: of a small one, no ballot. */
export async function tidyAfterCount(house: Pick<Needs, 'boards' | 'secretBallots'>, vote: OfVote): Promise<void> {
  const board = await house.boards.board(vote.community, vote.proposal);
  const leaves = board?.leaves ?? [];
  await house.secretBallots.tidy(vote, leaves.length < LEAST_PUBLISHED ? [] : leaves);
}
