import type { EmergencyStep } from '../../governance/due/emergency.ts';
import { callVoteOnBlock, endEmergency } from '../../governance/emergency/settle.ts';
import { fromState, type Preparations } from './step.ts';

/** What ends by itself in an emergency, and what the members are asked then. */
export const emergencySteps = {
  'end-emergency': fromState(endEmergency),
  'call-vote-on-block': fromState(callVoteOnBlock),
} as const satisfies Preparations<EmergencyStep>;
