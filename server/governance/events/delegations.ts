import type { DatesOf } from './dates-of.ts';

/** Who votes for whom where she does not vote herself. */
export type DelegationEvent = never;

/** Where they hold dates (`encoding.ts`). */
export const DELEGATIONS_DATES = {} as const satisfies DatesOf<DelegationEvent>;
