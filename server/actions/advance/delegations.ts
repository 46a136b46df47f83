import { endDelegation } from '../../governance/delegations/give.ts';
import type { DelegationsStep } from '../../governance/due/delegations.ts';
import type { Preparations } from './step.ts';

export const delegationsSteps = {
  'end-delegation':
    (_, __, { by }) =>
    (state, now) =>
      endDelegation({ state, by, now }),
} as const satisfies Preparations<DelegationsStep>;
