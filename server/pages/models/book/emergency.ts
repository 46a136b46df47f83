import type { EmergencyEvent } from '../../../governance/events/emergency.ts';
import type { Tellings } from './naming.ts';

export const emergencyTellings = {} as const satisfies Tellings<EmergencyEvent>;
