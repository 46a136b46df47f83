import type { DatesOf } from './dates-of.ts';

/** What whoever runs the machine tried, and what befell the record itself. */
export type HouseEvent = {
  readonly kind: 'attempt-refused';
  /** The operator keeps the machine running and governs nothing: whatever else is tried stands here. */
  readonly by: 'operator';
  readonly what: string;
  readonly target: string;
  readonly through: 'command' | 'http';
};

/** Where they hold dates (`encoding.ts`). */
export const HOUSE_DATES = {
  'attempt-refused': [],
} as const satisfies DatesOf<HouseEvent>;
