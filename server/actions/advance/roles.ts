import type { RolesStep } from '../../governance/due/roles.ts';
import type { Preparations } from './step.ts';

export const rolesSteps = {} as const satisfies Preparations<RolesStep>;
