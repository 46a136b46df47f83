import type { Digest, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { hashOf } from '../../record/canonical.ts';
import { addHours } from '../dates.ts';
import type { EventOf } from '../events.ts';
import type { Pinned, Proposal, Roll } from '../proposal.ts';
import { quorumFor } from '../quorum.ts';
import { organisationsOf } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';
import { procedureOf } from './procedure.ts';
import { OWN_TEXT, optionsOf, siftTexts, type Text } from './texts.ts';

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
  if (proposal?.phase.state !== 'discussion' || now < proposal.phase.until) return notDue(id);
  const { standing, dropped } = siftTexts(state, proposal, now);
  const [first] = standing;
  if (first === undefined) {
    const own = dropped.find((text) => text.id === OWN_TEXT);
    return accepted({ kind: 'proposal-voided', proposal: id, why: own?.why ?? 'No text is left.' });
  }
  const pinned = { ...pin(state, proposal, roll), textHash: textsHash(standing), ...methodFor(standing) };
  return accepted({
    kind: 'proposal-frozen',
    proposal: id,
    pinned,
    votingFrom: votingFromOf(state, id),
    ...(dropped.length === 0 ? {} : { dropped }),
  });
}

/**
 * What stands fixed under a vote: title, reasons and change of each text, with its name where there are several to
 * choose between.
 */
export function textsHash(texts: readonly Text[]): Digest {
  const fixed = texts.map(({ id, title, reasons, change }) => ({ id, title, reasons, change }));
  const [only] = fixed;
  if (fixed.length > 1 || only === undefined || only.id !== OWN_TEXT) return hashOf(fixed);
  const { id: _, ...own } = only;
  return hashOf(own);
}

/** Several texts, or one that is not the proposal's own, are put in an order together with the status quo. */
function methodFor(standing: readonly Text[]): Pick<Pinned, 'method' | 'options'> {
  if (standing.length === 1 && standing[0]?.id === OWN_TEXT) return { method: 'yes-no' };
  return { method: 'schulze', options: optionsOf(standing) };
}

function pin(state: CommunityState, proposal: Proposal, roll: Roll): Omit<Pinned, 'method' | 'options' | 'textHash'> {
  const { matter } = proposal;
  return {
    rollRoot: roll.root,
    rollSize: roll.entries.length,
    active: roll.active,
    organisations: organisationsOf(roll.entries),
    quorum: quorumFor(matter, roll.active),
    matter,
    charterVersion: state.charter.version,
  };
}
