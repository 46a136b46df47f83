import type { ProposalId, RuleId } from '../../community/ids.ts';
import type { Charter } from '../charter.ts';
import type { Rule } from '../rules/rule.ts';
import type { DatesOf } from './dates-of.ts';

/** What a passed proposal brought into force: rules and the charter. */
export type RuleEvent =
  | { readonly kind: 'rule-in-force'; readonly proposal: ProposalId; readonly rule: Rule }
  | { readonly kind: 'rule-repealed'; readonly proposal: ProposalId; readonly rule: RuleId }
  | { readonly kind: 'rule-expired'; readonly rule: RuleId; readonly version: number }
  /** Members gave these versions another term. */
  | {
      readonly kind: 'rules-renewed';
      readonly proposal: ProposalId;
      readonly rules: readonly { readonly rule: RuleId; readonly version: number }[];
      readonly sunsetAt: Date;
    }
  | { readonly kind: 'charter-amended'; readonly proposal: ProposalId; readonly charter: Charter };

/** Where they hold dates (`encoding.ts`). */
export const RULES_DATES = {
  'rule-in-force': ['rule.activeFrom', 'rule.activeTo', 'rule.sunsetAt'],
  'rule-repealed': [],
  'rule-expired': [],
  'rules-renewed': ['sunsetAt'],
  'charter-amended': [],
} as const satisfies DatesOf<RuleEvent>;
