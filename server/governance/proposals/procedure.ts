import type { CharterParameters } from '../charter.ts';
import type { Change, Matter, Phase, Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';

/**
 * The charter's parameters that a proposal goes by: those in force until its text is frozen, from then on those that
 * were pinned with it, whatever is adopted meanwhile (governance.md §3.3, “Procedures pin at opening”).
 */
export function procedureOf(state: CommunityState, { pinned }: Proposal): CharterParameters {
  const charter = state.charters.find(({ version }) => version === pinned?.charterVersion);
  return (charter ?? state.charter).parameters;
}

/** Whether a matter is voted on secretly: where it is about people (governance.md §3.2). */
export function isSecretMatter(matter: Matter): boolean {
  return matter === 'seats' || matter === 'recall';
}

/** How long a matter is discussed and voted on, and how long it waits before it takes effect. */
export function durationsFor(
  matter: Matter,
  parameters: CharterParameters,
): { readonly discussionDays: number; readonly votingDays: number; readonly timelockHours: number } {
  // Who was elected or recalled is so from the result on; nothing has to be prepared.
  if (isSecretMatter(matter)) return { ...parameters, timelockHours: 0 };
  if (matter !== 'charter') return parameters;
  const { charterDiscussionDays, charterVotingDays, charterTimelockHours } = parameters;
  return {
    discussionDays: charterDiscussionDays,
    votingDays: charterVotingDays,
    timelockHours: charterTimelockHours,
  };
}

/** Those whose server is cut off hear of it so long before it happens (governance.md §3.8). */
const NOTICE_HOURS = 7 * 24;

/** Hours between a passed vote and its effect: the matter's, and never less than the notice that a severance takes. */
export function timelockFor(change: Change, matter: Matter, parameters: CharterParameters): number {
  const { timelockHours } = durationsFor(matter, parameters);
  return severs(change) ? Math.max(timelockHours, NOTICE_HOURS) : timelockHours;
}

/** Whether a change would keep people out who are in now. */
export const severs = (change: Change): boolean =>
  (change.kind === 'limit-server' && change.level === 'suspend') ||
  (change.kind === 'amend-charter' && change.parameters.federation === 'allow-list');

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
