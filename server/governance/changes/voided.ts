import type { ProposalId } from '../../community/ids.ts';
import type { EventOf } from '../events.ts';

/** A passed proposal that can no longer be carried out. */
export const voided = (proposal: ProposalId, why: string): EventOf<'proposal-voided'> => ({
  kind: 'proposal-voided',
  proposal,
  why,
});
