import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Refusal, Result } from '../../community/result.ts';
import { accepted, refusal, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addHours } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { memberOf, voterOf } from '../membership.ts';
import type { Proposal, Roll, RollEntry } from '../proposal.ts';
import { procedureOf } from '../proposals/procedure.ts';
import { plainText } from '../rules/schema.ts';
import type { CommunityState } from '../state.ts';
import type { SecretSetup } from './setup.ts';

/** A secret vote as far as its papers and ballots need it. */
export interface OpenSecretVote {
  readonly proposal: Proposal;
  readonly pinned: NonNullable<Proposal['pinned']>;
  readonly setup: SecretSetup;
}

export type PaperRefusal =
  | 'no-such-proposal'
  | 'not-secret'
  | 'not-open-yet'
  | 'closed'
  | 'not-a-member'
  | 'not-on-roll';

/** The secret vote that is open on a proposal: papers are issued and ballots cast only then. */
export function openSecretVote({
  state,
  proposal: id,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly now: Date;
}): Result<OpenSecretVote, 'no-such-proposal' | 'not-secret' | 'not-open-yet' | 'closed'> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  const { pinned, phase } = proposal;
  if (pinned?.secret === undefined) {
    const soon = pinned === undefined;
    return soon
      ? refused('not-open-yet', 'The vote on this has not begun.')
      : refused('not-secret', 'This vote is an open one; cast your ballot on its page.');
  }
  const closed = notOpen(phase, now);
  if (closed !== null) return { ok: false, refusal: closed };
  return accepted({ proposal, pinned, setup: pinned.secret });
}

function notOpen(phase: Proposal['phase'], now: Date): Refusal<'not-open-yet' | 'closed'> | null {
  if (phase.state === 'frozen') {
    return refusal('not-open-yet', said`Voting on this begins on ${phase.until}. Come back then.`);
  }
  if (phase.state === 'voting' && now < phase.until) return null;
  return refusal('closed', 'This vote is over: no papers are given any more, and no ballots taken.');
}

/**
 * Who may be given a ballot paper, by her name on the roll: members who stand on it, while the vote is open. That each
 * is given one alone, the store sees to.
 *
 * @param roll as it was frozen
 */
export function mayHavePaper({
  state,
  proposal,
  member,
  roll,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly member: PersonIri;
  readonly roll: Roll | null;
  readonly now: Date;
}): Result<OpenSecretVote & { readonly entry: RollEntry }, PaperRefusal> {
  const vote = openSecretVote({ state, proposal, now });
  if (!vote.ok) return vote;
  const membership = voterOf(state, member);
  if (membership === null) return refused('not-a-member', 'Only members of this community vote.');
  if (roll === null || roll.root !== vote.value.pinned.rollRoot) {
    throw new Error(`the roll of ${proposal} is not the one that was pinned`);
  }
  const names = [membership.member, ...(membership.formerly ?? [])];
  const entry = roll.entries.find((line) => names.includes(line.member));
  if (entry === undefined) {
    return refused('not-on-roll', 'You do not stand on the roll of this vote, which was frozen before it opened.');
  }
  return accepted({ ...vote.value, entry });
}

export type DisputeRefusal = 'no-such-proposal' | 'not-a-member' | 'not-yet' | 'too-late' | 'bad-reasons';

const whyText = plainText(1, 2000);

/** Until when the roll of papers of a vote can be disputed; `null` before its board is closed. */
export function disputableUntil(state: CommunityState, proposal: Proposal): Date | null {
  const board = state.secretVotes.get(proposal.id)?.board;
  if (board === undefined || proposal.votingEndedAt === undefined) return null;
  return addHours(proposal.votingEndedAt, procedureOf(state, proposal).ballotDisputeHours);
}

/** A member says that somebody was given a ballot paper who did not ask for one, or the other way round. */
export function disputePapers({
  state,
  proposal: id,
  by,
  why,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly why: string;
  readonly now: Date;
}): Result<EventOf<'papers-disputed'>, DisputeRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal?.pinned?.secret === undefined) {
    return refused('no-such-proposal', said`There is no secret vote on ${id} here.`);
  }
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members of this community dispute its votes.');
  const until = disputableUntil(state, proposal);
  if (until === null) return refused('not-yet', 'Who was given a ballot paper is told when the vote is over.');
  if (now >= until) return refused('too-late', said`This could be disputed until ${until}.`);
  const words = whyText.safeParse(why);
  if (!words.success) return refused('bad-reasons', 'Say what is wrong, in up to 2,000 characters.');
  return accepted({ kind: 'papers-disputed', proposal: id, by, why: words.data });
}
