import type { EmergencyEvent } from '../events/emergency.ts';
import type { Handlers } from './handlers.ts';

export const emergencyHandlers = {} as const satisfies Handlers<EmergencyEvent>;
