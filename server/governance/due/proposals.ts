import type { ProposalId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';

export interface ProposalStep {
  readonly step: 'lapse' | 'freeze' | 'open-voting' | 'end-voting' | 'decide' | 'bring-into-force';
  readonly proposal: ProposalId;
  readonly at: Date;
}

/** The next step of every proposal that is under way. */
export function comingProposals({ proposals }: CommunityState): readonly ProposalStep[] {
  return [...proposals.values()].flatMap((proposal) => stepOf(proposal) ?? []);
}

function stepOf({ id: proposal, phase, pinned }: Proposal): ProposalStep | null {
  switch (phase.state) {
    case 'seconding':
      return { step: 'lapse', proposal, at: phase.until };
    case 'nomination':
    case 'discussion':
      return { step: 'freeze', proposal, at: phase.until };
    case 'frozen':
      return { step: 'open-voting', proposal, at: phase.until };
    case 'voting':
      return { step: 'end-voting', proposal, at: phase.until };
    case 'counting':
      // A secret vote is counted in steps of its own (`due/secret.ts`).
      return pinned?.secret ? null : { step: 'decide', proposal, at: phase.endedAt };
    case 'timelock':
      return { step: 'bring-into-force', proposal, at: phase.until };
    case 'in-force':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
    case 'voided':
      return null;
    default:
      return never(phase);
  }
}
