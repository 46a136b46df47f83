import type { JuryId, PersonIri } from '../../community/ids.ts';
import { addDays } from '../dates.ts';
import type { CommunityState } from '../state.ts';
import type { Pools } from './pool.ts';
import { isLive, type Jury, type Seat } from './state.ts';

const YEAR_DAYS = 365;

/** Who is asked to, or sits on, a jury that has not decided yet. */
export function servingNow(state: CommunityState, pools: Pools, but?: JuryId): ReadonlySet<PersonIri> {
  const live = [...state.juries.values()].filter((jury) => isLive(jury) && jury.id !== but);
  return new Set(live.flatMap((jury) => namesOn(jury, pools, ({ standing }) => standing !== 'out')));
}

/** How often members were drawn in a year, also where they declined. */
export function callsThisYear(state: CommunityState, pools: Pools, now: Date): ReadonlyMap<PersonIri, number> {
  const since = addDays(now, -YEAR_DAYS);
  const calls = new Map<PersonIri, number>();
  for (const jury of state.juries.values()) {
    for (const name of namesOn(jury, pools, ({ drawnAt }) => drawnAt > since)) {
      calls.set(name, (calls.get(name) ?? 0) + 1);
    }
  }
  return calls;
}

/** The names in some seats of a jury. */
export function namesOn({ id, seats }: Jury, pools: Pools, which: (seat: Seat) => boolean): readonly PersonIri[] {
  const leaves = new Set(seats.filter(which).map(({ leaf }) => leaf));
  return (pools.get(id)?.entries ?? []).filter(({ leaf }) => leaves.has(leaf)).map(({ member }) => member);
}
