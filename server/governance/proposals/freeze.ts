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
import type { CommunityState } from '../state.ts';
import { methodOf, optionsOf } from '../tally/options.ts';
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
 */
export function freezeProposal({
  state,
  proposal: id,
  roll,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly roll: Roll;
  readonly now: Date;
}): Result<EventOf<'proposal-frozen' | 'proposal-voided'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'discussion' && proposal?.phase.state !== 'nomination') return notDue(id);
  if (now < proposal.phase.until) return notDue(id);
  const why = whyPointless(state, proposal, now);
  if (why !== null) return accepted({ kind: 'proposal-voided', proposal: id, why });
  const pinned = pin(state, proposal, roll);
  return accepted({ kind: 'proposal-frozen', proposal: id, pinned, votingFrom: votingFromOf(state, id) });
}

/** Why nothing is left to vote on, in a sentence, or `null`. */
function whyPointless(state: CommunityState, { change, nominees = [] }: Proposal, now: Date): string | null {
  if (change.kind === 'elect' && nominees.length === 0) return 'Nobody stands for the role.';
  const checked = checkChange({ state, change, now });
  // What only the charter calls for is not for members to propose; here it is the charter that called for it.
  return checked.ok || checked.refusal.code === 'not-for-members' ? null : checked.refusal.text;
}

/** What stands fixed under a vote: title, reasons and change, and what or who stands beside them. */
export function textHash({
  title,
  reasons,
  change,
  alternatives,
  nominees,
}: Pick<Proposal, 'title' | 'reasons' | 'change' | 'alternatives' | 'nominees'>): Digest {
  return hashOf({ title, reasons, change, alternatives, nominees });
}

function pin(state: CommunityState, proposal: Proposal, roll: Roll): Pinned {
  const { matter, change } = proposal;
  const options = optionsOf(proposal);
  return {
    textHash: textHash(proposal),
    rollRoot: roll.root,
    rollSize: roll.entries.length,
    active: roll.active,
    organisations: organisationsOf(roll.entries),
    quorum: quorumFor(matter, roll.active, state.charter.parameters),
    method: methodOf(proposal),
    ...(options === undefined ? {} : { options }),
    ...(change.kind === 'elect' ? { seats: change.seats } : {}),
    matter,
    charterVersion: state.charter.version,
  };
}
