import type { Consequences } from './consequences.ts';

export const casesConsequences = {} as const satisfies Consequences;
