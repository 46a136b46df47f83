import type { CasesStep } from '../../governance/due/cases.ts';
import type { Preparations } from './step.ts';

export const casesSteps = {} as const satisfies Preparations<CasesStep>;
