import type { CommunityIri, Digest, PersonIri, ProposalId } from '../community/ids.ts';
import type { Refusal, Result } from '../community/result.ts';
import { accepted, never, refusal, refused } from '../community/result.ts';
import { onDay, type Said, said } from '../community/said.ts';
import { hashOf } from '../record/canonical.ts';
import { merkleRoot } from '../record/merkle.ts';
import type { Ballot, Board } from './ballot.ts';
import { voterOf } from './membership.ts';
import type { Pinned, Proposal, Roll, RollEntry } from './proposal.ts';
import { isSecretMatter } from './proposals/procedure.ts';
import type { CommunityState, Member } from './state.ts';
import { readChoice } from './tally/count.ts';

export type BallotRefusal =
  | 'no-such-proposal'
  | 'not-open-yet'
  | 'closed'
  | 'not-a-member'
  | 'not-on-roll'
  | 'already-voted'
  | 'secret-vote'
  | 'bad-choice';

/**
 * A member votes (governance.md §3.1, Ballot). Voting the same again gives the ballot that is stored; voting otherwise
 * is refused, unless she says that she changes her vote: then another ballot takes the place of the one before.
 *
 * @param roll the frozen roll; `null` before there is one
 * @param before her last ballot on this, under any name of hers
 * @param change whether she means to change her vote
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
  before,
  change = false,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly roll: Roll | null;
  readonly choice: string;
  readonly now: Date;
  readonly via: Ballot['via'];
  readonly nonce: string;
  readonly before: Ballot | null;
  readonly change?: boolean | undefined;
}): Result<Ballot, BallotRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  const notOpen = whyNotOpen(proposal, now);
  if (notOpen !== null) return { ok: false, refusal: notOpen };
  const member = voterOf(state, voter);
  if (member === null) return refused('not-a-member', 'Only members of this community vote.');
  if (isSecretMatter(proposal.matter)) return refused('secret-vote', SECRET);
  const frozen = pinnedRoll(proposal, roll);
  // Who has voted goes on as who she was then: a ballot under another name of hers would count beside it.
  const entry = entryOf(frozen.roll, before === null ? member : { ...member, member: before.voter });
  if (entry === undefined) return refused('not-on-roll', notOnRoll(state, proposal, member));
  const read = readChoice(frozen.pinned, choice);
  if (before !== null && before.choice === read) return accepted(before);
  if (before !== null && !change) return refused('already-voted', ALREADY);
  // Between people every vote is secret, and its ballots are not cast here.
  if (read === null) return refused('bad-choice', frozen.pinned.method === 'yes-no' ? ONE_OF : IN_ORDER);
  const { community } = state;
  const ballot = {
    community,
    proposal: id,
    voter: entry.member,
    organisation: entry.organisation,
    choice: read,
    castAt: now,
    via,
    turn: before === null ? 1 : turnOf(before) + 1,
    nonce,
  };
  return accepted({ ...ballot, leaf: leafOf(ballot) });
}

const ALREADY =
  'You have already voted on this, and your vote stands. As long as the vote is open you can change it on its page.';
const SECRET =
  'This vote is secret. Open the page of the proposal and follow “Ballot paper, vote, receipt and recount” there: nobody learns what you voted.';

const ONE_OF = 'Vote yes, no, abstain; nothing else can be counted.';
const IN_ORDER = 'Give at least one of the texts a place, each at most once; or abstain.';

/** Which of her ballots on this it is, from 1 on. */
export const turnOf = ({ turn }: Pick<Ballot, 'turn'>): number => turn ?? 1;

/** Each voter's last ballot, in the order of the ballots: those before it were replaced by it. */
export function lastBallots(ballots: readonly Ballot[]): readonly Ballot[] {
  const last = new Map<PersonIri, number>();
  for (const ballot of ballots) last.set(ballot.voter, Math.max(last.get(ballot.voter) ?? 0, turnOf(ballot)));
  return ballots.filter((ballot) => turnOf(ballot) === last.get(ballot.voter));
}

/** The receipt of a ballot: SHA-256 over everything in it, the nonce included. */
export function leafOf(ballot: Omit<Ballot, 'leaf'>): Digest {
  const { community, proposal, voter, organisation, choice, castAt, via, turn, nonce } = ballot;
  return hashOf({ community, proposal, voter, organisation, choice, castAt, via, turn, nonce });
}

/** Whether a ballot is as it was cast. */
export function checkBallot(ballot: Ballot): boolean {
  return leafOf(ballot) === ballot.leaf;
}

/**
 * The board of a closed vote: the leaves of its voters' last ballots in ascending order, which says nothing about who
 * came when.
 */
export function makeBoard({
  community,
  proposal,
  ballots,
}: {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly ballots: readonly Ballot[];
}): Board {
  const leaves = lastBallots(ballots)
    .map(({ leaf }) => leaf)
    .sort();
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
 * Compares a board with the stored ballots. A ballot that is not on the board is not counted: its voter replaced it
 * with another, it came in the moment of closing, or was put there afterwards; it is no fault as long as no leaf of
 * the board is without its ballot. Ballots that were replaced are not named.
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
  const counted = new Map(ballots.flatMap((one) => (onBoard.has(one.leaf) ? [[one.voter, turnOf(one)] as const] : [])));
  const notCounted = ballots.filter((one) => !onBoard.has(one.leaf) && turnOf(one) >= (counted.get(one.voter) ?? 0));
  return { faults: [...root, ...changed, ...missing], notCounted };
}

/** Why nobody can vote on a proposal now, or `null`. */
function whyNotOpen({ phase, votingEndedAt }: Proposal, now: Date): Refusal<'not-open-yet' | 'closed'> | null {
  switch (phase.state) {
    case 'voting':
      return now < phase.until ? null : closed(phase.until);
    case 'nomination':
    case 'seconding':
    case 'discussion':
      return refusal('not-open-yet', 'The vote on this has not begun; you will hear when it does.');
    case 'frozen':
      return refusal('not-open-yet', said`Voting on this begins on ${phase.until}. Vote then.`);
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
  if (at === undefined) return refusal('closed', 'There is no vote on this any more.');
  return refusal('closed', said`This vote closed on ${at}. Your vote came too late and is not counted.`);
}

function notOnRoll({ charter }: CommunityState, { votingOpenedAt }: Proposal, { joinedAt }: Member): Said {
  const { tenureDays: days } = charter.parameters;
  const since = onDay(joinedAt);
  if (votingOpenedAt === undefined) {
    return days === 1
      ? said`You have been a member since ${since}. The roll of this vote was frozen before it opened, with those who had been members for ${days} day by then; you can vote on later proposals.`
      : said`You have been a member since ${since}. The roll of this vote was frozen before it opened, with those who had been members for ${days} days by then; you can vote on later proposals.`;
  }
  const opened = onDay(votingOpenedAt);
  return days === 1
    ? said`You have been a member since ${since}. The roll of this vote was frozen before it opened on ${opened}, with those who had been members for ${days} day by then; you can vote on later proposals.`
    : said`You have been a member since ${since}. The roll of this vote was frozen before it opened on ${opened}, with those who had been members for ${days} days by then; you can vote on later proposals.`;
}

/** A member's line on the roll. Who has moved since stands on it by the name she had: she votes by that one, once. */
function entryOf({ entries }: Roll, { member, formerly = [] }: Member): RollEntry | undefined {
  const lines = linesOf(entries);
  return [member, ...formerly].map((name) => lines.get(name)).find((line) => line !== undefined);
}

/** Lists never change, and one in which many voters are looked up is gone through once. */
const linesByName = new WeakMap<readonly RollEntry[], ReadonlyMap<PersonIri, RollEntry>>();

function linesOf(entries: readonly RollEntry[]): ReadonlyMap<PersonIri, RollEntry> {
  const known = linesByName.get(entries);
  if (known !== undefined) return known;
  const lines = new Map(entries.map((line) => [line.member, line]));
  linesByName.set(entries, lines);
  return lines;
}

/** Every name under which somebody may have voted: hers, and those she had before she moved, also while she rests. */
export function namesOf(state: CommunityState, person: PersonIri): readonly [PersonIri, ...PersonIri[]] {
  return [person, ...(state.members.get(person)?.formerly ?? [])];
}

/**
 * The roll that was pinned, and with what. Without it, or with another one, there is no voting: somebody changed the
 * database.
 */
function pinnedRoll({ id, pinned }: Proposal, roll: Roll | null): { readonly pinned: Pinned; readonly roll: Roll } {
  if (pinned === undefined || roll?.root !== pinned.rollRoot)
    throw new Error(`the roll of ${id} is not the one that was pinned`);
  return { pinned, roll };
}
