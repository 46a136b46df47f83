import type { JuriesStep } from '../../governance/due/juries.ts';
import type { Preparations } from './step.ts';

export const juriesSteps = {} as const satisfies Preparations<JuriesStep>;
