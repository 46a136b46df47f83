import type { ProposalId, RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { enactChange } from '../changes/index.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf, GovernanceEvent } from '../events.ts';
import { isReviewed } from './challenge.ts';
import { notDue } from './not-due.ts';
import { adoptedText } from './texts.ts';

/** A passed proposal takes effect after its timelock, by itself, and not while a jury looks at its procedure. Void when what it would change is no longer there. */
export function bringIntoForce({
  state,
  proposal: id,
  now,
}: Transition<{ readonly proposal: ProposalId }>): Result<GovernanceEvent, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'timelock' || now < proposal.phase.until) return notDue(id);
  if (isReviewed(proposal)) return notDue(id);
  const { change } = adoptedText(proposal);
  return accepted(enactChange({ state, proposal: { ...proposal, change }, now }));
}

/** A rule's version has reached its sunset and was not renewed. */
export function expireRule({
  state,
  rule: id,
  version,
  now,
}: Transition<{ readonly rule: RuleId; readonly version: number }>): Result<EventOf<'rule-expired'>, 'not-due'> {
  const last = state.rules.get(id)?.at(-1);
  if (last?.version !== version || last.activeTo !== undefined || now < last.sunsetAt) return notDue(id);
  return accepted({ kind: 'rule-expired', rule: id, version });
}
