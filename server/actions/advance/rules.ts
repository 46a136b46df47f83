import type { FederationStep } from '../../governance/due/federation.ts';
import type { RuleStep } from '../../governance/due/rules.ts';
import { endHold } from '../../governance/holds.ts';
import { expireRule } from '../../governance/proposals/enact.ts';
import { endRelations } from '../../governance/proposals/federation.ts';
import { resolveRules, suspendRules } from '../../governance/rules/suspend.ts';
import type { Preparations } from './step.ts';

/** What ends by itself: rules, holds, contradictions, and what a suspension severed. */
export const ruleSteps = {
  'expire-rule':
    (_, __, { rule, version }) =>
    (state, now) =>
      expireRule({ state, rule, version, now }),
  'end-hold':
    (_, __, { post }) =>
    (state, now) =>
      endHold({ state, post, now }),
  'suspend-rules':
    (_, __, { rules }) =>
    (state, now) =>
      suspendRules({ state, rules, now }),
  'resolve-rules':
    (_, __, { rules }) =>
    (state, now) =>
      resolveRules({ state, rules, now }),
  'end-relations':
    (_, __, { server }) =>
    (state, now) =>
      endRelations({ state, server, now }),
} as const satisfies Preparations<RuleStep | FederationStep>;
