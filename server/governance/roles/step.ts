import type { Result } from '../../community/result.ts';
import { never } from '../../community/result.ts';
import type { RolesStep } from '../due/roles.ts';
import type { GovernanceEvent } from '../events.ts';
import type { CommunityState } from '../state.ts';
import { callElection, nobodyStood } from './elections.ts';
import { callRatification, lapseActs } from './ratification.ts';
import { callRecall, lapsePetition } from './recalls.ts';
import { endTerm } from './terms.ts';

/** Decides a step that time alone brings about: all of them rest on the state and nothing else. */
export function decideRolesStep(state: CommunityState, step: RolesStep, now: Date): Result<GovernanceEvent> {
  switch (step.step) {
    case 'call-ratification':
      return callRatification({ state, now });
    case 'lapse-acts':
      return lapseActs({ state, now });
    case 'call-election':
      return callElection({ state, role: step.role, now });
    case 'nobody-stood':
      return nobodyStood({ state, proposal: step.proposal, now });
    case 'end-term':
      return endTerm({ state, role: step.role, member: step.member, now });
    case 'call-recall':
      return callRecall({ state, petition: step.petition, now });
    case 'lapse-petition':
      return lapsePetition({ state, petition: step.petition, now });
    default:
      return never(step);
  }
}
