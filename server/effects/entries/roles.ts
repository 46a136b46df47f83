import type { Consequences } from './consequences.ts';

export const rolesConsequences = {} as const satisfies Consequences;
