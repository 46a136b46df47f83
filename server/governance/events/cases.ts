import type { DatesOf } from './dates-of.ts';

/** Reports, cases, measures, sanctions and appeals. */
export type CaseEvent = never;

/** Where they hold dates (`encoding.ts`). */
export const CASES_DATES = {} as const satisfies DatesOf<CaseEvent>;
