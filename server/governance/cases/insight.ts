import type { PersonIri } from '../../community/ids.ts';
import { memberOf } from '../membership.ts';
import { actsAs } from '../roles/role.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';

/**
 * How much of a case somebody may see: `all` for those who decide and for clerks, with the evidence and what was
 * reported; `own` for whom it is about; `juror` for who judges it, with the evidence and without whatever others decided; `outcome` for members, with names, once it is decided; `nameless` for everybody
 * else then. Who reported is for clerks alone, and no part of this.
 */
export type Insight = 'all' | 'own' | 'juror' | 'outcome' | 'nameless';

/** What somebody may see of a case; `null`: to her it is not there. */
export function insightInto(state: CommunityState, found: Case, viewer: PersonIri | null, now: Date): Insight | null {
  if (viewer === found.respondent) return 'own';
  if (viewer !== null && (actsAs(state, viewer, 'moderator', now) || actsAs(state, viewer, 'clerk', now))) return 'all';
  if (found.decision === undefined) return null;
  return viewer !== null && memberOf(state, viewer) !== null ? 'outcome' : 'nameless';
}

/** Whether somebody is told who reported: a clerk, and never in a case about herself. */
export const seesReporters = (state: CommunityState, found: Case, viewer: PersonIri, now: Date): boolean =>
  viewer !== found.respondent && actsAs(state, viewer, 'clerk', now);
