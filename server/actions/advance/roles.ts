import type { RolesStep } from '../../governance/due/roles.ts';
import { callElection, nobodyStood } from '../../governance/roles/elections.ts';
import { callRatification, lapseActs } from '../../governance/roles/ratification.ts';
import { callRecall, lapsePetition } from '../../governance/roles/recalls.ts';
import { endTerm } from '../../governance/roles/terms.ts';
import { fromState, type Preparations } from './step.ts';

/** Everything about roles rests on the state alone: nothing has to be gathered first. */
export const rolesSteps = {
  'call-ratification': fromState(callRatification),
  'lapse-acts': fromState(lapseActs),
  'call-election': fromState(callElection),
  'nobody-stood': fromState(nobodyStood),
  'end-term': fromState(endTerm),
  'call-recall': fromState(callRecall),
  'lapse-petition': fromState(lapsePetition),
} as const satisfies Preparations<RolesStep>;
