import { closeCase, stayOverdue } from '../../governance/cases/appeal.ts';
import { callOverdueJury } from '../../governance/cases/moderate.ts';
import { carryOutVerdict, endSanction, resumeSanction } from '../../governance/cases/verdict.ts';
import type { CasesStep } from '../../governance/due/cases.ts';
import type { Preparations } from './step.ts';

/** What time, and juries, bring about in cases: nothing else is needed to decide it than the state. */
export const casesSteps = {
  'carry-out-verdict':
    (_, __, { case: id }) =>
    (state, now) =>
      carryOutVerdict({ state, id, now }),
  'call-overdue-jury':
    (_, __, { case: id }) =>
    (state, now) =>
      callOverdueJury({ state, id, now }),
  'close-case':
    (_, __, { case: id }) =>
    (state, now) =>
      closeCase({ state, id, now }),
  'end-sanction':
    (_, __, { sanction }) =>
    (state, now) =>
      endSanction({ state, sanction, now }),
  'stay-sanction':
    (_, __, { sanction }) =>
    (state, now) =>
      stayOverdue({ state, sanction, now }),
  'resume-sanction':
    (_, __, { sanction }) =>
    (state, now) =>
      resumeSanction({ state, sanction, now }),
} as const satisfies Preparations<CasesStep>;
