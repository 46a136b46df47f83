import { addDays, earlier, later } from '../dates.ts';
import type { Proposal } from '../proposal.ts';
import { currentMembers } from '../roll.ts';
import type { CommunityState } from '../state.ts';

/** With so many active members of full tenure the founder's provisional time is over (governance.md §3.1, Bootstrap). */
export const NO_LONGER_PROVISIONAL = 10;

/**
 * When the founder's acts stop being provisional and are put to the vote: on the day set at the founding, or as soon as
 * ten active members could stand on a roll.
 */
export function provisionalEnd(state: CommunityState): Date {
  const tenth = tenthOnTheRoll(state);
  return tenth === null ? state.provisionalUntil : earlier(state.provisionalUntil, tenth);
}

/** Whether the founder still acts for the community. It never begins again once the members have been asked. */
export function isProvisional(state: CommunityState, now: Date): boolean {
  return ratificationOf(state) === undefined && now < provisionalEnd(state);
}

/** The one vote on what the founder did, once it is called. */
export function ratificationOf({ proposals }: Pick<CommunityState, 'proposals'>): Proposal | undefined {
  for (const proposal of proposals.values()) if (proposal.change.kind === 'ratify') return proposal;
  return undefined;
}

function tenthOnTheRoll(state: CommunityState): Date | null {
  const { tenureDays, activeDays } = state.charter.parameters;
  const spans = currentMembers(state)
    .map(({ joinedAt, lastActAt }) => ({
      from: addDays(joinedAt, tenureDays),
      until: addDays(later(lastActAt, joinedAt), activeDays),
    }))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  for (let index = NO_LONGER_PROVISIONAL - 1; index < spans.length; index += 1) {
    const at = spans[index]?.from;
    if (at === undefined || at >= state.provisionalUntil) return null;
    const active = spans.slice(0, index + 1).filter(({ until }) => until >= at);
    if (active.length >= NO_LONGER_PROVISIONAL) return at;
  }
  return null;
}
