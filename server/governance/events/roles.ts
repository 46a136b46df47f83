import type { DatesOf } from './dates-of.ts';

/** Who holds which role, and how it came to that. */
export type RoleEvent = never;

/** Where they hold dates (`encoding.ts`). */
export const ROLES_DATES = {} as const satisfies DatesOf<RoleEvent>;
