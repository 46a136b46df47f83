import type { ProposalId } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { Phase, Proposal } from '../proposal.ts';

/** A proposal that stands in one of some phases; anywhere else the event makes no sense. */
export function inPhase(context: Context, id: ProposalId, ...phases: readonly Phase['state'][]): Proposal {
  const proposal = context.draft.proposals.get(id);
  if (proposal === undefined) return senseless(context, `there is no proposal ${id}`);
  if (!phases.includes(proposal.phase.state)) {
    return senseless(context, `${id} stands in ${proposal.phase.state}, not in ${phases.join(' or ')}`);
  }
  return proposal;
}
