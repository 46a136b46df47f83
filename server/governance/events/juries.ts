import type { DatesOf } from './dates-of.ts';

/** Juries: drawn, seated, deliberating, giving their verdict. */
export type JuryEvent = never;

/** Where they hold dates (`encoding.ts`). */
export const JURIES_DATES = {} as const satisfies DatesOf<JuryEvent>;
