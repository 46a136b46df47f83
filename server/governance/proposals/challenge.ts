import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type Said, said } from '../../community/said.ts';
import { namesOf } from '../ballots.ts';
import { addDays, earlier, later } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { type JuryPurpose, verdictOn } from '../juries/jury.ts';
import { memberOf } from '../membership.ts';
import type { Challenge, Proposal, Roll } from '../proposal.ts';
import { quorumFor } from '../quorum.ts';
import { plainText } from '../rules/schema.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';
import { procedureOf } from './procedure.ts';

export type ChallengeRefusal =
  | 'no-such-proposal'
  | 'not-in-timelock'
  | 'not-a-member'
  | 'not-on-roll'
  | 'already-signed'
  | 'bad-ground';

const groundText = plainText(3, 2000);

/**
 * While a passed vote waits to come into force, a member on its roll says in what it did not keep to the procedure
 * (governance.md §3.1, Timelock). The signature that completes Q(1,5) asks a jury, about the procedure alone: whether
 * the decision is a good one was the members' to say, and they have said it.
 *
 * @param roll the one that was frozen for the vote
 */
export function signChallenge({
  state,
  proposal: id,
  by,
  ground: typed,
  roll,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly ground: string;
  readonly roll: Roll | null;
  readonly now: Date;
}): Result<EventOf<'challenge-signed'>, ChallengeRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  const { phase, pinned, challenge } = proposal;
  if (phase.state !== 'timelock' || pinned === undefined || now >= phase.until || challenge?.opened !== undefined) {
    return refused('not-in-timelock', whyNotNow(proposal));
  }
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members can ask for this.');
  const names = namesOf(state, by);
  if (roll === null || roll.root !== pinned.rollRoot)
    throw new Error(`the roll of ${id} is not the one that was pinned`);
  if (!roll.entries.some(({ member }) => names.includes(member))) {
    return refused('not-on-roll', 'Those who could vote on this can ask for it; you were not on its roll.');
  }
  const signatures = challenge?.signatures ?? [];
  if (signatures.some((one) => names.includes(one.by))) {
    return refused('already-signed', 'You have signed this already.');
  }
  const ground = groundText.safeParse(typed);
  if (!ground.success) {
    return refused('bad-ground', 'Say what was not done as the charter wants it, in 3 to 2,000 characters.');
  }
  const needed = Math.max(1, quorumFor('ordinary', pinned.active, procedureOf(state, proposal)));
  const opens = signatures.length + 1 >= needed ? { opens: true as const } : {};
  return accepted({ kind: 'challenge-signed', proposal: id, by, ground: ground.data, needed, ...opens });
}

/** Whether a jury has been asked and its answer does not stand in the record yet: until then nothing comes into force. */
export function isReviewed({ challenge }: Pick<Proposal, 'challenge'>): boolean {
  return challenge?.opened !== undefined && challenge.decided === undefined;
}

/** What the jury is asked about. */
export const purposeOf = (proposal: ProposalId): JuryPurpose => ({ kind: 'challenge', proposal });

/** How a jury says that the procedure was not kept. */
export const VOID = 'void';

/** When the answer is to be written down: when the jury gave it, or when it has been waited for long enough. */
export function answeredAt(state: CommunityState, id: ProposalId, { opened = state.at }: Challenge): Date {
  const last = lastDay(state, id, opened);
  const verdict = verdictOn(state, purposeOf(id));
  return verdict === null ? last : earlier(verdict.at, last);
}

/**
 * The review is over. A hung jury, or none within the time that an appeal's verdict may take, lets the vote stand: it
 * was counted in the open, and who says that it was wrong has to convince others; a review that nobody answers must
 * not be a veto.
 */
export function decideChallenge({
  state,
  proposal: id,
  now,
}: Transition<{ readonly proposal: ProposalId }>): Result<EventOf<'challenge-decided'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  const opened = proposal?.challenge?.opened;
  if (proposal?.phase.state !== 'timelock' || opened === undefined || !isReviewed(proposal)) return notDue(id);
  const verdict = verdictOn(state, purposeOf(id));
  if (verdict === null && now < lastDay(state, id, opened)) return notDue(id);
  const kept = verdict === null || verdict.hung || verdict.option !== VOID;
  return accepted({
    kind: 'challenge-decided',
    proposal: id,
    kept,
    hung: verdict?.hung ?? false,
    ...(verdict === null ? {} : { jury: verdict.jury }),
    ...(kept ? { inForceFrom: later(proposal.phase.until, now) } : {}),
  });
}

function lastDay(state: CommunityState, id: ProposalId, opened: Date): Date {
  const proposal = state.proposals.get(id);
  const { appealVerdictDays } = proposal === undefined ? state.charter.parameters : procedureOf(state, proposal);
  return addDays(opened, appealVerdictDays);
}

function whyNotNow({ id, phase, challenge }: Proposal): Said {
  if (challenge?.opened !== undefined) return said`The procedure of ${id} has been given to a jury already.`;
  if (phase.state === 'timelock') return said`The time to object ended on ${phase.until}.`;
  return said`The procedure of ${id} can be questioned only between its adoption and its coming into force.`;
}
