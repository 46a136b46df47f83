import { closeCase, stayOverdue } from '../../governance/cases/appeal.ts';
import { callOverdueJury } from '../../governance/cases/moderate.ts';
import {
  carryOutInterimVerdict,
  carryOutVerdict,
  endSanction,
  resumeSanction,
} from '../../governance/cases/verdict.ts';
import type { CasesStep } from '../../governance/due/cases.ts';
import { fromState, type Preparations } from './step.ts';

/** What time, and juries, bring about in cases: nothing else is needed to decide it than the state. */
export const casesSteps = {
  'carry-out-verdict': fromState(carryOutVerdict),
  'carry-out-interim-verdict': fromState(carryOutInterimVerdict),
  'call-overdue-jury': fromState(callOverdueJury),
  'close-case': fromState(closeCase),
  'end-sanction': fromState(endSanction),
  'stay-sanction': fromState(stayOverdue),
  'resume-sanction': fromState(resumeSanction),
} as const satisfies Preparations<CasesStep>;
