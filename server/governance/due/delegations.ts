import type { PersonIri } from '../../community/ids.ts';
import { holds } from '../delegations/delegation.ts';
import type { CommunityState } from '../state.ts';

export interface DelegationsStep {
  readonly step: 'end-delegation';
  readonly by: PersonIri;
  readonly at: Date;
}

/** Delegations end by themselves; at once, before anything else, where one of the two has left. */
export function comingDelegations(state: CommunityState): readonly DelegationsStep[] {
  return [...state.delegations.values()].map((one) => ({
    step: 'end-delegation',
    by: one.by,
    at: holds(state, one, one.since) ? one.until : one.since,
  }));
}
