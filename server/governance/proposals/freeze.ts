import type { Digest, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { hashOf } from '../../record/canonical.ts';
import { checkChange } from '../changes/index.ts';
import { addHours } from '../dates.ts';
import type { EventOf } from '../events.ts';
import type { Pinned, Proposal, Roll } from '../proposal.ts';
import { quorumFor } from '../quorum.ts';
import { organisationsOf } from '../roll.ts';
import type { SecretSetup } from '../secret/setup.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';
import { procedureOf } from './procedure.ts';

/**
 * When voting on a discussed proposal opens: reckoned from the end of its discussion as it was announced, not from
 * when a worker woke. The roll is frozen as of then.
 */
export function votingFromOf(state: CommunityState, id: ProposalId): Date {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state === 'frozen') return proposal.phase.until;
  if (proposal?.phase.state !== 'discussion' && proposal?.phase.state !== 'nomination')
    throw new Error(`${id} is not on its way to a vote`);
  return addHours(proposal.phase.until, procedureOf(state, proposal).freezeHours);
}

/**
 * The discussion is over: text, roll, quorum, method and charter version are pinned together. When the change cannot
 * stand beside what was adopted meanwhile, the proposal is void instead.
 *
 * @param roll as of `votingFromOf`
 * @param secret for secret matters
 */
export function freezeProposal({
  state,
  proposal: id,
  roll,
  secret,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly roll: Roll;
  readonly secret?: SecretSetup | undefined;
  readonly now: Date;
}): Result<EventOf<'proposal-frozen' | 'proposal-voided'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'discussion' || now < proposal.phase.until) return notDue(id);
  const change = checkChange({ state, change: proposal.change, now });
  if (!change.ok) return accepted({ kind: 'proposal-voided', proposal: id, why: change.refusal.text });
  const pinned = { ...pin(state, proposal, roll), ...(secret && { secret }) };
  return accepted({ kind: 'proposal-frozen', proposal: id, pinned, votingFrom: votingFromOf(state, id) });
}

/** What stands fixed under a vote: title, reasons and change. */
export function textHash({ title, reasons, change }: Pick<Proposal, 'title' | 'reasons' | 'change'>): Digest {
  return hashOf({ title, reasons, change });
}

function pin(state: CommunityState, proposal: Proposal, roll: Roll): Pinned {
  const { matter } = proposal;
  return {
    textHash: textHash(proposal),
    rollRoot: roll.root,
    rollSize: roll.entries.length,
    active: roll.active,
    organisations: organisationsOf(roll.entries),
    quorum: quorumFor(matter, roll.active),
    method: 'yes-no',
    matter,
    charterVersion: state.charter.version,
  };
}
