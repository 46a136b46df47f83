import type { CommunityIri, ProposalId } from '../community/ids.ts';
import { never, type Result, refused } from '../community/result.ts';
import type { Ballot, Board } from '../governance/ballot.ts';
import { checkBallot, makeBoard } from '../governance/ballots.ts';
import { type DueStep, due } from '../governance/due.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import { endHold } from '../governance/holds.ts';
import { decideProposal } from '../governance/proposals/decide.ts';
import { bringIntoForce, expireRule } from '../governance/proposals/enact.ts';
import { endRelations } from '../governance/proposals/federation.ts';
import { freezeProposal, votingFromOf } from '../governance/proposals/freeze.ts';
import { lapseProposal } from '../governance/proposals/lapse.ts';
import { endVoting, openVoting } from '../governance/proposals/vote.ts';
import { freezeRoll } from '../governance/roll.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';
import { decideAndRecord, notBefore } from './record.ts';

type Needs = Pick<
  House,
  'inbox' | 'states' | 'record' | 'ballots' | 'boards' | 'timelines' | 'addresses' | 'clock' | 'random' | 'wake' | 'log'
>;

type Decide = (state: CommunityState, now: Date) => Result<GovernanceEvent>;

const DAY_MS = 86_400_000;
/** A state in which so many steps are due at once is a fault in the steps themselves. */
const MOST_STEPS = 10_000;

/** What became of what was due: steps recorded, and steps that were refused although they are due. */
export interface Advanced {
  readonly recorded: number;
  readonly blocked: readonly DueStep[];
}

/**
 * Carries out everything that is due in a community by its time, one recorded step after the other. Several workers
 * may do this at once: each step is an optimistic append, so it happens once. A step that is refused (a roll or board
 * changed in the database) holds up nothing else.
 */
export async function advanceProposals(house: Needs, community: CommunityIri): Promise<Advanced> {
  const blocked = new Map<string, DueStep>();
  const later = new Set<string>();
  let recorded = 0;
  for (let rounds = 0; rounds < MOST_STEPS; rounds += 1) {
    const state = await house.states.load(community);
    const steps = state === null ? [] : due(state, notBefore(state.at, house.clock.now()));
    const next = steps.find((step) => !blocked.has(nameOf(step)) && !later.has(nameOf(step)));
    if (state === null || next === undefined) return { recorded, blocked: [...blocked.values()] };
    if (await waitsForInbox(house, next)) {
      later.add(nameOf(next));
      continue;
    }
    const done = await decideAndRecord(house, community, await prepare(house, state, next));
    if (done.ok) recorded += 1;
    else if (done.refusal.code !== 'not-due') {
      house.log.error({ community, step: next, refusal: done.refusal }, 'a step that is due was refused');
      blocked.set(nameOf(next), next);
    }
  }
  throw new Error(`more than ${MOST_STEPS} steps are due in ${community}`);
}

/** How long the end of a vote waits for what was received before it. */
const INBOX_WAIT_MS = 600_000;

/** A vote that was received in time is counted: while the inbox still has something to carry out, a vote does not end. */
async function waitsForInbox(house: Needs, step: DueStep): Promise<boolean> {
  if (step.step !== 'end-voting') return false;
  if (house.clock.now().getTime() - step.at.getTime() > INBOX_WAIT_MS) return false;
  return (await house.inbox.waiting()) > 0;
}

const nameOf = (step: DueStep): string =>
  [
    step.step,
    'proposal' in step ? step.proposal : '',
    'rule' in step ? step.rule : '',
    'post' in step ? step.post : '',
    'server' in step ? step.server : '',
  ].join(' ');

/** Gathers the facts a step rests on, and gives the decision that uses them. */
async function prepare(house: Needs, state: CommunityState, step: DueStep): Promise<Decide> {
  switch (step.step) {
    case 'lapse':
      return (now, at) => lapseProposal({ state: now, proposal: step.proposal, now: at });
    case 'freeze': {
      const roll = await frozenRoll(house, state, step.proposal);
      return (now, at) => freezeProposal({ state: now, proposal: step.proposal, roll, now: at });
    }
    case 'open-voting': {
      const name = state.community.slice(state.community.lastIndexOf('/') + 1);
      const question = house.addresses.ballot(name, step.proposal);
      return (now, at) => openVoting({ state: now, proposal: step.proposal, question, now: at });
    }
    case 'end-voting': {
      const ballots = await house.ballots.of(state.community, step.proposal);
      return (now, at) => endVoting({ state: now, proposal: step.proposal, ballots, now: at });
    }
    case 'decide':
      return prepareDecision(house, state.community, step.proposal);
    case 'bring-into-force':
      return (now, at) => bringIntoForce({ state: now, proposal: step.proposal, now: at });
    case 'expire-rule':
      return (now, at) => expireRule({ state: now, rule: step.rule, version: step.version, now: at });
    case 'end-hold':
      return (now, at) => endHold({ state: now, post: step.post, now: at });
    case 'end-relations':
      return (now, at) => endRelations({ state: now, server: step.server, now: at });
    default:
      return never(step);
  }
}

/** The roll as it is frozen now, unless it was before: the first one written stays. */
async function frozenRoll(house: Needs, state: CommunityState, proposal: ProposalId) {
  const at = votingFromOf(state, proposal);
  const since = new Date(at.getTime() - state.charter.parameters.activeDays * DAY_MS);
  const actedSince = new Map(await house.timelines.lastPosts(state.community, since));
  for (const [id, { outcome, votingOpenedAt }] of state.proposals) {
    if (outcome === undefined || votingOpenedAt === undefined || votingOpenedAt < since) continue;
    for (const { voter, castAt } of await house.ballots.of(state.community, id)) {
      actedSince.set(voter, notBefore(castAt, actedSince.get(voter) ?? castAt));
    }
  }
  return house.boards.keepRoll(state.community, proposal, freezeRoll({ state, at, actedSince }));
}

async function prepareDecision(house: Needs, community: CommunityIri, proposal: ProposalId): Promise<Decide> {
  const board = await countBallots(house, community, proposal);
  const [roll, all] = await Promise.all([
    house.boards.roll(community, proposal),
    house.ballots.of(community, proposal),
  ]);
  if (roll === null) return () => refused('no-roll', `The roll of ${proposal} is missing from the database.`);
  const leaves = new Set(board.leaves);
  const ballots = all.filter((ballot) => leaves.has(ballot.leaf) && isWhole(house, ballot));
  return (state, now) => decideProposal({ state, proposal, roll, ballots, board, now });
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

/**
 * The board of a vote that has ended: every ballot saved by now, written once. Called only after `voting-ended` stands
 * in the record, by the count or by somebody whose ballot came in at that moment; the first one's board stays.
 */
export async function countBallots(
  house: Pick<House, 'ballots' | 'boards'>,
  community: CommunityIri,
  proposal: ProposalId,
): Promise<Board> {
  const before = await house.boards.board(community, proposal);
  if (before !== null) return before;
  const ballots = await house.ballots.of(community, proposal);
  return house.boards.keepBoard(makeBoard({ community, proposal, ballots }));
}
