import type { PersonIri } from '../../community/ids.ts';
import type { CommunityState } from '../state.ts';

export interface MembershipStep {
  readonly step: 'count-affiliation';
  readonly member: PersonIri;
  readonly at: Date;
}

/** What members have chosen to count for counts after a time. */
export function comingMembership(state: CommunityState): readonly MembershipStep[] {
  return [...state.members.values()].flatMap(({ member, leftAt, chosen }) =>
    leftAt !== undefined || chosen === undefined ? [] : [{ step: 'count-affiliation', member, at: chosen.countsFrom }],
  );
}
