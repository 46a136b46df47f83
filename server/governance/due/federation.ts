import { addDays } from '../dates.ts';
import { RESTORABLE_DAYS, type ServerLimit } from '../servers.ts';
import type { CommunityState } from '../state.ts';

export interface FederationStep {
  readonly step: 'end-relations';
  readonly server: string;
  readonly at: Date;
}

/** When memberships that a suspension has severed end for good. */
export function comingFederation({ servers }: CommunityState): readonly FederationStep[] {
  return [...servers].flatMap(([server, limit]) => relationsOf(server, limit));
}

/** What a suspension severed comes back for a while only. */
function relationsOf(server: string, { level, since, relationsEndedAt }: ServerLimit): readonly FederationStep[] {
  if (level !== 'suspend' || relationsEndedAt !== undefined) return [];
  return [{ step: 'end-relations', server, at: addDays(since, RESTORABLE_DAYS) }];
}
