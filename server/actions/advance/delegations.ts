import type { DelegationsStep } from '../../governance/due/delegations.ts';
import type { Preparations } from './step.ts';

export const delegationsSteps = {} as const satisfies Preparations<DelegationsStep>;
