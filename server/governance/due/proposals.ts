import type { ProposalId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Proposal } from '../proposal.ts';
import { comingCallForHelp } from '../proposals/call-for-help.ts';
import { answeredAt, isReviewed } from '../proposals/challenge.ts';
import { comingRenewal } from '../proposals/renewal.ts';
import type { CommunityState } from '../state.ts';

export type ProposalStep =
  | {
      readonly step:
        | 'lapse'
        | 'freeze'
        | 'open-voting'
        | 'end-voting'
        | 'decide'
        | 'decide-challenge'
        | 'bring-into-force';
      readonly proposal: ProposalId;
      readonly at: Date;
    }
  /** Votes that the charter itself calls for. */
  | { readonly step: 'call-renewal' | 'call-for-help'; readonly at: Date };

/** The next step of every proposal that is under way, and the votes that are to be called. */
export function comingProposals(state: CommunityState): readonly ProposalStep[] {
  const { proposals } = state;
  return [
    ...[...proposals.values()].flatMap((proposal) => stepOf(state, proposal) ?? []),
    ...comingRenewal(state),
    ...comingCallForHelp(state),
  ];
}

function stepOf(
  state: CommunityState,
  { id: proposal, phase, nominees, challenge, pinned }: Proposal,
): ProposalStep | null {
  switch (phase.state) {
    case 'seconding':
      return { step: 'lapse', proposal, at: phase.until };
    case 'nomination':
      // With nobody to choose from there is no vote (`due/roles.ts`).
      return nominees?.length ? { step: 'freeze', proposal, at: phase.until } : null;
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
      if (challenge !== undefined && isReviewed({ challenge })) {
        return { step: 'decide-challenge', proposal, at: answeredAt(state, proposal, challenge) };
      }
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
