import { addHours } from '../dates.ts';
import type { Proposal } from '../proposal.ts';

/** The last reminder comes so long before the end. */
const LAST_HOURS = 24;

/**
 * Which of a vote's two reminders is due: the first from half of its time on, the second a day before its end; `null`
 * before, and after. A vote that is extended has no more than these two: which of them were sent is kept by number.
 */
export function reminderDue({ phase, votingOpenedAt }: Proposal, now: Date): 1 | 2 | null {
  if (phase.state !== 'voting' || votingOpenedAt === undefined || now >= phase.until) return null;
  if (now >= addHours(phase.until, -LAST_HOURS)) return 2;
  const half = (votingOpenedAt.getTime() + phase.until.getTime()) / 2;
  return now.getTime() >= half ? 1 : null;
}
