import { addDays, dayInWords } from './dates.ts';
import { amountOf } from './rules/vocabulary.ts';
import type { CommunityState, Member } from './state.ts';

/** Tells a new member from when on she may do something. */
export function tooNew(
  state: CommunityState,
  { joinedAt }: Member,
  what: 'propose' | 'second' | 'stand' | 'nominate' | 'sign',
): string {
  const { tenureDays } = state.charter.parameters;
  const from = dayInWords(addDays(joinedAt, tenureDays));
  return `Members ${what} after ${amountOf(tenureDays, ['day', 'days'])} of membership; you can from ${from} on.`;
}
