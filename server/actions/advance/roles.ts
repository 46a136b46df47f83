import type { RolesStep } from '../../governance/due/roles.ts';
import { decideRolesStep } from '../../governance/roles/step.ts';
import type { Decide, Preparations } from './step.ts';

const decided =
  (_: unknown, __: unknown, step: RolesStep): Decide =>
  (state, now) =>
    decideRolesStep(state, step, now);

/** Everything about roles rests on the state alone: nothing has to be gathered first. */
export const rolesSteps = {
  'call-ratification': decided,
  'lapse-acts': decided,
  'call-election': decided,
  'nobody-stood': decided,
  'end-term': decided,
  'call-recall': decided,
  'lapse-petition': decided,
} as const satisfies Preparations<RolesStep>;
