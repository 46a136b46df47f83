import type { Change } from '../proposal.ts';
import { covers, isCutOff } from '../servers.ts';
import type { CommunityState } from '../state.ts';

/** Which hosts' people a change would touch, or `null` where it is about no servers. */
export function touching(state: CommunityState, change: Change): ((host: string) => boolean) | null {
  if (change.kind === 'limit-server') return (host) => covers(change.server, host);
  if (change.kind !== 'amend-charter' || change.parameters.federation !== 'allow-list') return null;
  const parameters = { ...state.charter.parameters, ...change.parameters };
  const after = { ...state, charter: { ...state.charter, parameters } };
  return (host) => isCutOff(after, host) && !isCutOff(state, host);
}
