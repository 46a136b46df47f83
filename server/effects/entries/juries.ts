import type { Consequences } from './consequences.ts';

export const juriesConsequences = {} as const satisfies Consequences;
