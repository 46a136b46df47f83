import type { CommunityIri, Digest, JuryId, ProposalId, RuleId } from '../../community/ids.ts';
import type { Charter } from '../charter.ts';
import type { Facts, Rule } from '../rules/rule.ts';
import type { DatesOf } from './dates-of.ts';

/** What a passed proposal brought into force: rules and the charter; and what became of rules since. */
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
  | { readonly kind: 'charter-amended'; readonly proposal: ProposalId; readonly charter: Charter }
  /** Each overrides the other: of posts that both are about, neither says anything until a jury has read them. */
  | {
      readonly kind: 'rules-suspended';
      readonly rules: readonly [RuleId, RuleId];
      /** A post that both are about. */
      readonly example: Facts;
    }
  | {
      readonly kind: 'rules-resolved';
      readonly rules: readonly [RuleId, RuleId];
      /** Which of the two counts; `no-longer`: one has ended or was changed, so that nothing is left to decide. */
      readonly favour: RuleId | 'neither' | 'no-longer';
      readonly jury?: JuryId;
    }
  /** A jury has read a rule: the example goes with it from now on. */
  | {
      readonly kind: 'rule-example-added';
      readonly rule: RuleId;
      readonly example: Facts;
      readonly catches: boolean;
      readonly jury: JuryId;
    }
  /** A rule of the whole server, decided in its home community, is in force here from now on. */
  | {
      readonly kind: 'instance-rule-in-force';
      readonly source: CommunityIri;
      /** The entry of the home community's record at which it says so. */
      readonly asOf: RecordPlace;
      readonly rule: Rule;
    }
  | {
      readonly kind: 'instance-rule-ended';
      readonly source: CommunityIri;
      readonly asOf: RecordPlace;
      readonly rule: RuleId;
    };

/** An entry of another record, and its hash. */
export interface RecordPlace {
  readonly seq: number;
  readonly hash: Digest;
}

/** Where they hold dates (`encoding.ts`). */
export const RULES_DATES = {
  'rule-in-force': ['rule.activeFrom', 'rule.activeTo', 'rule.sunsetAt'],
  'rule-repealed': [],
  'rule-expired': [],
  'rules-renewed': ['sunsetAt'],
  'charter-amended': [],
  'rules-suspended': [],
  'rules-resolved': [],
  'rule-example-added': [],
  'instance-rule-in-force': ['rule.activeFrom', 'rule.activeTo', 'rule.sunsetAt'],
  'instance-rule-ended': [],
} as const satisfies DatesOf<RuleEvent>;
