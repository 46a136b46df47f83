import type { ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { addDays } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { notDue } from './not-due.ts';
import { procedureOf } from './procedure.ts';

/** The time for seconds is over, and there were too few. */
export function lapseProposal({
  state,
  proposal: id,
  now,
}: Transition<{ readonly proposal: ProposalId }>): Result<EventOf<'proposal-lapsed'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'seconding' || now < proposal.phase.until) return notDue(id);
  const refileFrom = addDays(proposal.phase.until, procedureOf(state, proposal).refileDays);
  return accepted({ kind: 'proposal-lapsed', proposal: id, refileFrom });
}
