import type { FederationStep } from '../../governance/due/federation.ts';
import type { RuleStep } from '../../governance/due/rules.ts';
import { endHold } from '../../governance/holds.ts';
import { expireRule } from '../../governance/proposals/enact.ts';
import { endRelations } from '../../governance/proposals/federation.ts';
import type { ExistingStep } from '../../governance/rules/existing.ts';
import { resolveRules, suspendRules } from '../../governance/rules/suspend.ts';
import { fromState, type Preparations } from './step.ts';

/** What ends by itself: rules, holds, contradictions, and what a suspension severed. */
export const ruleSteps = {
  'expire-rule': fromState(expireRule),
  'end-hold': fromState(endHold),
  'suspend-rules': fromState(suspendRules),
  'resolve-rules': fromState(resolveRules),
  'end-relations': fromState(endRelations),
} as const satisfies Preparations<Exclude<RuleStep, ExistingStep> | FederationStep>;
