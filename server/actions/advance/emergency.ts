import type { EmergencyStep } from '../../governance/due/emergency.ts';
import { callVoteOnBlock, endEmergency } from '../../governance/emergency/settle.ts';
import type { Preparations } from './step.ts';

/** What ends by itself in an emergency, and what the members are asked then. */
export const emergencySteps = {
  'end-emergency':
    (_, __, { emergency }) =>
    (state, now) =>
      endEmergency({ state, emergency, now }),
  'call-vote-on-block':
    (_, __, { emergency }) =>
    (state, now) =>
      callVoteOnBlock({ state, emergency, now }),
} as const satisfies Preparations<EmergencyStep>;
