import type { Consequences } from './consequences.ts';

export const emergencyConsequences = {} as const satisfies Consequences;
