import type { CommunityIri, Digest, PersonIri, ProposalId } from '../community/ids.ts';
import type { Refusal, Result } from '../community/result.ts';
import { accepted, never, refused } from '../community/result.ts';
import { hashOf } from '../record/canonical.ts';
import { merkleRoot } from '../record/merkle.ts';
import type { Ballot, Board } from './ballot.ts';
import { dayInWords, timeInWords } from './dates.ts';
import { memberOf } from './membership.ts';
import type { Proposal, Roll, RollEntry } from './proposal.ts';
import { amountOf } from './rules/vocabulary.ts';
import type { CommunityState, Member } from './state.ts';
import type { Choice } from './tally/tally.ts';
import { CHOICES } from './tally/tally.ts';

export type BallotRefusal =
  | 'no-such-proposal'
  | 'not-open-yet'
  | 'closed'
  | 'not-a-member'
  | 'not-on-roll'
  | 'already-voted'
  | 'bad-choice'
  | 'secret-vote';

/**
 * A member votes (governance.md §3.1, Ballot). It counts as it was first cast.
 *
 * @param roll the frozen roll; `null` before there is one
 * @param already whether a ballot of hers is stored
 * @param nonce 32 hexadecimal characters, random
 */
export function castBallot({
  state,
  proposal: id,
  voter,
  roll,
  choice,
  now,
  via,
  nonce,
  already,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly roll: Roll | null;
  readonly choice: string;
  readonly now: Date;
  readonly via: Ballot['via'];
  readonly nonce: string;
  readonly already: boolean;
}): Result<Ballot, BallotRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', `There is no proposal ${id} here.`);
  if (proposal.pinned?.secret)
    return refused('secret-vote', 'This vote is secret. Vote on its page, with a ballot paper.');
  const notOpen = whyNotOpen(proposal, now);
  if (notOpen !== null) return { ok: false, refusal: notOpen };
  const member = memberOf(state, voter);
  if (member === null) return refused('not-a-member', 'Only members of this community vote.');
  const entry = entryOf(rollOf(proposal, roll), member);
  if (entry === undefined) return refused('not-on-roll', notOnRoll(state, proposal, member));
  if (already) return refused('already-voted', 'You have already voted on this. A ballot counts as it was first cast.');
  if (!isChoice(choice)) return refused('bad-choice', `Vote ${CHOICES.join(', ')}; nothing else can be counted.`);
  const { community } = state;
  const { organisation } = entry;
  const ballot = { community, proposal: id, voter: entry.member, organisation, choice, castAt: now, via, nonce };
  return accepted({ ...ballot, leaf: leafOf(ballot) });
}

/** The receipt of a ballot: SHA-256 over everything in it, the nonce included. */
export function leafOf(ballot: Omit<Ballot, 'leaf'>): Digest {
  const { community, proposal, voter, organisation, choice, castAt, via, nonce } = ballot;
  return hashOf({ community, proposal, voter, organisation, choice, castAt, via, nonce });
}

/** Whether a ballot is as it was cast. */
export function checkBallot(ballot: Ballot): boolean {
  return leafOf(ballot) === ballot.leaf;
}

/** The board of a closed vote: its ballots' leaves in ascending order, which says nothing about who came when. */
export function makeBoard({
  community,
  proposal,
  ballots,
}: {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly ballots: readonly Ballot[];
}): Board {
  const leaves = ballots.map(({ leaf }) => leaf).sort();
  return { community, proposal, leaves, root: merkleRoot(leaves) };
}

/** What is wrong between a board and the stored ballots. */
export interface BoardFault {
  readonly what: 'ballot-changed' | 'ballot-missing' | 'root';
  readonly leaf?: Digest;
  readonly voter?: PersonIri;
  readonly text: string;
}

/**
 * Compares a board with the stored ballots. A ballot that is not on the board is not counted: it came in the moment
 * of closing, or was put there afterwards; it is no fault as long as no leaf of the board is without its ballot.
 */
export function checkBoard(
  board: Board,
  ballots: readonly Ballot[],
): { readonly faults: readonly BoardFault[]; readonly notCounted: readonly Ballot[] } {
  const onBoard = new Set(board.leaves);
  const stored = new Set(ballots.map(({ leaf }) => leaf));
  const changed = ballots
    .filter((ballot) => !checkBallot(ballot))
    .map(({ leaf, voter }): BoardFault => {
      return { what: 'ballot-changed', leaf, voter, text: `The ballot of ${voter} is not as it was cast.` };
    });
  const missing = board.leaves
    .filter((leaf) => !stored.has(leaf))
    .map((leaf): BoardFault => ({ what: 'ballot-missing', leaf, text: `No ballot belongs to ${leaf} on the board.` }));
  const root: readonly BoardFault[] =
    merkleRoot(board.leaves) === board.root
      ? []
      : [{ what: 'root', text: 'The board was changed: its root does not fit.' }];
  return { faults: [...root, ...changed, ...missing], notCounted: ballots.filter(({ leaf }) => !onBoard.has(leaf)) };
}

/** Why nobody can vote on a proposal now, or `null`. */
function whyNotOpen({ phase, votingEndedAt }: Proposal, now: Date): Refusal<'not-open-yet' | 'closed'> | null {
  switch (phase.state) {
    case 'voting':
      return now < phase.until ? null : closed(phase.until);
    case 'nomination':
    case 'seconding':
    case 'discussion':
      return { code: 'not-open-yet', text: 'The vote on this has not begun; you will hear when it does.' };
    case 'frozen':
      return { code: 'not-open-yet', text: `Voting on this begins on ${timeInWords(phase.until)}. Vote then.` };
    case 'counting':
      return closed(phase.endedAt);
    case 'timelock':
    case 'in-force':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
    case 'voided':
      return closed(votingEndedAt);
    default:
      return never(phase);
  }
}

function closed(at: Date | undefined): Refusal<'closed'> {
  if (at === undefined) return { code: 'closed', text: 'There is no vote on this any more.' };
  return {
    code: 'closed',
    text: `This vote closed on ${timeInWords(at)}. Your vote came too late and is not counted.`,
  };
}

function notOnRoll({ charter }: CommunityState, { votingOpenedAt }: Proposal, { joinedAt }: Member): string {
  const opened = votingOpenedAt === undefined ? '' : ` on ${dayInWords(votingOpenedAt)}`;
  const days = amountOf(charter.parameters.tenureDays, ['day', 'days']);
  return `You have been a member since ${dayInWords(joinedAt)}. The roll of this vote was frozen before it opened${opened}, with those who had been members for ${days} by then; you can vote on later proposals.`;
}

/** A member's line on the roll. Who has moved since stands on it by the name she had: she votes by that one, once. */
function entryOf({ entries }: Roll, { member, formerly = [] }: Member): RollEntry | undefined {
  const names = [member, ...formerly];
  return names.map((name) => entries.find((line) => line.member === name)).find((line) => line !== undefined);
}

/** Every name under which somebody may have voted: hers, and those she had before she moved. */
export function namesOf(state: CommunityState, person: PersonIri): readonly PersonIri[] {
  return [person, ...(memberOf(state, person)?.formerly ?? [])];
}

/** The roll that was pinned. Without it, or with another one, there is no voting: somebody changed the database. */
function rollOf({ id, pinned }: Proposal, roll: Roll | null): Roll {
  if (roll === null || roll.root !== pinned?.rollRoot)
    throw new Error(`the roll of ${id} is not the one that was pinned`);
  return roll;
}

function isChoice(choice: string): choice is Choice {
  return CHOICES.some((known) => known === choice);
}
