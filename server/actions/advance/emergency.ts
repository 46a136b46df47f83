import type { EmergencyStep } from '../../governance/due/emergency.ts';
import type { Preparations } from './step.ts';

export const emergencySteps = {} as const satisfies Preparations<EmergencyStep>;
