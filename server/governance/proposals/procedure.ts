import type { CharterParameters } from '../charter.ts';
import type { Matter, Phase, Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';

/**
 * The charter's parameters that a proposal goes by: those in force until its text is frozen, from then on those that
 * were pinned with it, whatever is adopted meanwhile (governance.md §3.3, “Procedures pin at opening”).
 */
export function procedureOf(state: CommunityState, { pinned }: Proposal): CharterParameters {
  const charter = state.charters.find(({ version }) => version === pinned?.charterVersion);
  return (charter ?? state.charter).parameters;
}

/** How long a matter is discussed and voted on, and how long it waits before it takes effect. */
export function durationsFor(
  matter: Matter,
  parameters: CharterParameters,
): { readonly discussionDays: number; readonly votingDays: number; readonly timelockHours: number } {
  if (matter !== 'charter') return parameters;
  const { charterDiscussionDays, charterVotingDays, charterTimelockHours } = parameters;
  return {
    discussionDays: charterDiscussionDays,
    votingDays: charterVotingDays,
    timelockHours: charterTimelockHours,
  };
}

/** Whether a matter is voted on secretly: about people (governance.md §3.2). */
export const isSecretMatter = (matter: Matter): boolean => matter === 'seats' || matter === 'recall';

/** Whether nobody has decided about a proposal yet: such count towards the proposer's limit. */
export function isOpen({ phase }: Proposal): boolean {
  return OPEN.has(phase.state);
}

const OPEN: ReadonlySet<Phase['state']> = new Set([
  'nomination',
  'seconding',
  'discussion',
  'frozen',
  'voting',
  'counting',
]);
