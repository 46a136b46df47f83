import type { CommunityIri, JuryId, RuleId } from '../../community/ids.ts';
import type { Facts } from './rule.ts';

/** Two rules that each override the other, and what became of it (governance.md §3.3, Conflict). */
export interface Suspension {
  readonly rules: readonly [RuleId, RuleId];
  readonly since: Date;
  /** A post that both rules are about, as the server found one. */
  readonly example: Facts;
  /** While nobody has decided: of posts that both are about, neither rule says anything. */
  readonly resolved?: { readonly at: Date; readonly favour: RuleId | 'neither'; readonly jury?: JuryId };
}

/** How a jury read a rule: it travels with the rule from then on (§3.3, “Verdicts become fixtures”). */
export interface DecidedExample {
  readonly example: Facts;
  /** Whether the rule is about such a post. */
  readonly catches: boolean;
  readonly jury: JuryId;
}

/** What the record says about rules besides their versions. */
export interface RulesState {
  /** By `pairKey`. */
  readonly suspensions: ReadonlyMap<string, Suspension>;
  readonly decidedExamples: ReadonlyMap<RuleId, readonly DecidedExample[]>;
  /** How often each version did something to a post, by `R-1 v2`. Posts are counted, never people. */
  readonly acted: ReadonlyMap<string, number>;
  /** Rules of the whole server that this community has from its home community, by their name here (`I-1`). */
  readonly mirrored: ReadonlyMap<RuleId, { readonly source: CommunityIri; readonly asOf: number }>;
}

export const NO_RULES: RulesState = {
  suspensions: new Map(),
  decidedExamples: new Map(),
  acted: new Map(),
  mirrored: new Map(),
};

/** One text for two rules, whichever is named first. */
export const pairKey = (rules: readonly [RuleId, RuleId]): string => inOrder(rules).join(' ');

/** Two rules in one order, whichever is named first. */
export const inOrder = ([one, other]: readonly [RuleId, RuleId]): readonly [RuleId, RuleId] =>
  one <= other ? [one, other] : [other, one];

/** How a version is counted. */
export const versionKey = (rule: RuleId, version: number): string => `${rule} v${version}`;
