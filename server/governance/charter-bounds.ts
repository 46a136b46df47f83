import { z } from 'zod';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { CharterParameters } from './charter.ts';

type Span = Exclude<keyof CharterParameters, 'signUp' | 'federation'>;

/**
 * What a charter may be set to, least and most, both included: wide enough to choose, narrow enough that no vote
 * can be made to pass unseen, and no hold without a person outlasts three days (governance.md §3.3).
 */
export const CHARTER_BOUNDS: Readonly<Record<Span, readonly [least: number, most: number]>> = {
  tenureDays: [0, 365],
  activeDays: [7, 730],
  maxOpenProposals: [1, 20],
  secondingDays: [1, 60],
  discussionDays: [1, 60],
  charterDiscussionDays: [3, 90],
  freezeHours: [1, 168],
  votingDays: [3, 60],
  charterVotingDays: [7, 90],
  extensionDays: [1, 30],
  lateQuorumHours: [1, 72],
  timelockHours: [1, 720],
  charterTimelockHours: [24, 1440],
  refileDays: [0, 365],
  ruleSunsetMonths: [1, 60],
  maxHoldHours: [1, 72],
};

const spans = Object.entries(CHARTER_BOUNDS).map(([name, [least, most]]) => [
  name,
  z
    .int('it is to be a whole number')
    .min(least, `it is to be at least ${least}`)
    .max(most, `it is to be at most ${most}`)
    .optional(),
]);

const parameters = z.strictObject(
  {
    signUp: z.enum(['open', 'invitation'], 'it is “open” or “invitation”').optional(),
    federation: z.enum(['open', 'allow-list'], 'it is “open” or “allow-list”').optional(),
    ...Object.fromEntries(spans),
  },
  'the charter has no such parameter',
);

/** Reads changed parameters that somebody sent; the refusal names the one that is wrong, and its bounds. */
export function parseParameters(input: unknown): Result<Partial<CharterParameters>, 'bad-parameters'> {
  const parsed = parameters.safeParse(input);
  if (parsed.success) return accepted(present(parsed.data));
  const [issue] = parsed.error.issues;
  const place = issue?.path.length ? `“${issue.path.join('.')}”` : 'the charter’s change';
  return refused('bad-parameters', `Something is wrong with ${place}: ${issue?.message ?? 'it cannot be read'}.`);
}

/** Without the parameters that were named but not given. */
function present(given: Readonly<Record<string, unknown>>): Partial<CharterParameters> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
