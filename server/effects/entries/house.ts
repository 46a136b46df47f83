import { takeTextOut } from '../../actions/erase-text.ts';
import { tellOfInconsistency } from '../contradictions.ts';
import { withoutErased } from '../erasures.ts';
import type { Consequences } from './consequences.ts';

/** What was erased goes out of where it stood; a contradiction is told to everybody. */
export const houseConsequences = {
  async 'text-erased'(parts, { community }, event) {
    await takeTextOut(parts.house, community, event);
    await withoutErased(parts, community, event);
  },
  'inconsistency-seen': tellOfInconsistency,
} as const satisfies Consequences;
