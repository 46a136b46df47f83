import { countAffiliation } from '../../governance/affiliation.ts';
import type { MembershipStep } from '../../governance/due/membership.ts';
import { fromState, type Preparations } from './step.ts';

export const membershipSteps = {
  'count-affiliation': fromState(countAffiliation),
} as const satisfies Preparations<MembershipStep>;
