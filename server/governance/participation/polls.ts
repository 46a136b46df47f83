import type { Proposal } from '../proposal.ts';
import { isSecretMatter } from '../proposals/procedure.ts';
import { CHOICES } from '../tally/tally.ts';

/** What polls elsewhere hold (fediverse.md §2): four options of fifty characters each. */
export const MOST_OPTIONS = 4;
export const LONGEST_OPTION = 50;

/**
 * Whether a vote goes out as a poll of the community (governance.md §3.7): open ones of yes and no alone. A poll can
 * neither rank nor keep a secret, and other servers show no more than four short options.
 */
export function canBePolled(
  { pinned, matter }: Pick<Proposal, 'pinned' | 'matter'>,
  options: readonly string[] = CHOICES,
): boolean {
  if (pinned?.method !== 'yes-no' || isSecretMatter(matter)) return false;
  return options.length <= MOST_OPTIONS && options.every((words) => [...words].length <= LONGEST_OPTION);
}
