import type { DatesOf } from './dates-of.ts';

/** What was done at once, and what became of it. */
export type EmergencyEvent = never;

/** Where they hold dates (`encoding.ts`). */
export const EMERGENCY_DATES = {} as const satisfies DatesOf<EmergencyEvent>;
