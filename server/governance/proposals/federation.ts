import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { addDays } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { RESTORABLE_DAYS } from '../servers.ts';

/** A suspension has lasted so long that the memberships it severed end. */
export function endRelations({
  state,
  server,
  now,
}: Transition<{ readonly server: string }>): Result<EventOf<'relations-ended'>, 'not-due'> {
  const limit = state.servers.get(server);
  const ends = limit?.level === 'suspend' && !limit.relationsEndedAt && addDays(limit.since, RESTORABLE_DAYS) <= now;
  return ends ? accepted({ kind: 'relations-ended', server }) : refused('not-due', 'Nothing of this ends now.');
}
