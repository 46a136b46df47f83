import { endDelegation } from '../../governance/delegations/give.ts';
import type { DelegationsStep } from '../../governance/due/delegations.ts';
import { fromState, type Preparations } from './step.ts';

export const delegationsSteps = {
  'end-delegation': fromState(endDelegation),
} as const satisfies Preparations<DelegationsStep>;
