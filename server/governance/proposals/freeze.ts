import type { Digest, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { hashOf } from '../../record/canonical.ts';
import { addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Pinned, Proposal, Roll } from '../proposal.ts';
import { quorumFor } from '../quorum.ts';
import { organisationsOf } from '../roll.ts';
import type { SecretSetup } from '../secret/setup.ts';
import type { CommunityState } from '../state.ts';
import { nomineeOptions, OWN_TEXT, textOptions } from '../tally/options.ts';
import { notDue } from './not-due.ts';
import { procedureOf } from './procedure.ts';
import { siftTexts, type Text } from './texts.ts';

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
}: Transition<{
  readonly proposal: ProposalId;
  readonly roll: Roll;
  readonly secret?: SecretSetup | undefined;
}>): Result<EventOf<'proposal-frozen' | 'proposal-voided'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'discussion' && proposal?.phase.state !== 'nomination') return notDue(id);
  if (now < proposal.phase.until) return notDue(id);
  if (proposal.change.kind === 'elect' && !proposal.nominees?.length) {
    return accepted({ kind: 'proposal-voided', proposal: id, why: 'Nobody stands for the role.' });
  }
  const { standing, dropped } = siftTexts(state, proposal, now);
  if (standing.length === 0) {
    const own = dropped.find((text) => text.id === OWN_TEXT);
    return accepted({ kind: 'proposal-voided', proposal: id, why: own?.why ?? 'No text is left.' });
  }
  return accepted({
    kind: 'proposal-frozen',
    proposal: id,
    pinned: { ...pin(state, proposal, roll), ...fixed(proposal, standing), ...(secret && { secret }) },
    votingFrom: votingFromOf(state, id),
    ...(dropped.length === 0 ? {} : { dropped }),
  });
}

/**
 * What stands fixed under a vote: title, reasons and change of each text, with its name where there are several to
 * choose between, and who stands.
 */
export function textsHash(texts: readonly Text[], nominees?: Proposal['nominees']): Digest {
  const all = texts.map(({ id, title, reasons, change }) => ({ id, title, reasons, change }));
  const [only] = all;
  if (all.length > 1 || only === undefined || only.id !== OWN_TEXT) return hashOf(all);
  const { id: _, ...own } = only;
  return hashOf({ ...own, nominees });
}

/** The method and what it chooses between. Several texts, or one that is not the proposal's own, are put in an order. */
function fixed(
  { change, nominees }: Proposal,
  standing: readonly Text[],
): Pick<Pinned, 'textHash' | 'method' | 'options' | 'seats'> {
  const textHash = textsHash(standing, nominees);
  if (change.kind === 'elect') {
    return { textHash, method: 'stv', options: nomineeOptions(nominees ?? []), seats: change.seats };
  }
  if (standing.length === 1 && standing[0]?.id === OWN_TEXT) return { textHash, method: 'yes-no' };
  return { textHash, method: 'schulze', options: textOptions(standing) };
}

function pin(
  state: CommunityState,
  { matter }: Proposal,
  roll: Roll,
): Omit<Pinned, 'method' | 'options' | 'textHash' | 'seats'> {
  return {
    rollRoot: roll.root,
    rollSize: roll.entries.length,
    active: roll.active,
    organisations: organisationsOf(roll.entries),
    quorum: quorumFor(matter, roll.active, state.charter.parameters),
    matter,
    charterVersion: state.charter.version,
  };
}
