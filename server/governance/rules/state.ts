import type { CommunityIri, JuryId, PostIri, RuleId } from '../../community/ids.ts';
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

/** A place among a community's posts, in the order in which they were received; of those at one time, by their ids. */
export interface PostPlace {
  readonly at: Date;
  readonly post: PostIri;
}

/** How far a version of a rule has been applied to what was posted before it (`existing.ts`). */
export interface ExistingPass {
  readonly rule: RuleId;
  readonly version: number;
  /** `announcing`: authors are being told; `hiding`: from `hideAt` on; `stopped`: the rule says so no longer. */
  readonly stage: 'announcing' | 'hiding' | 'done' | 'stopped';
  /** Posts up to here have been gone through in this stage; absent: none yet. */
  readonly upTo?: PostPlace;
  /** How many posts were announced to be hidden. */
  readonly announced: number;
  /** When hiding begins: seven days after the last author was told. */
  readonly hideAt: Date;
  /** How many were hidden, also those that were let go since. */
  readonly hidden: number;
  /** The last entry about it. */
  readonly at: Date;
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
  /** Versions that are also about what was posted before them, by `R-1 v2`. */
  readonly existing: ReadonlyMap<string, ExistingPass>;
}

export const NO_RULES: RulesState = {
  suspensions: new Map(),
  decidedExamples: new Map(),
  acted: new Map(),
  mirrored: new Map(),
  existing: new Map(),
};

/** One text for two rules, whichever is named first. */
export const pairKey = (rules: readonly [RuleId, RuleId]): string => inOrder(rules).join(' ');

/** Two rules in one order, whichever is named first. */
export const inOrder = ([one, other]: readonly [RuleId, RuleId]): readonly [RuleId, RuleId] =>
  one <= other ? [one, other] : [other, one];

/** How a version is counted. */
export const versionKey = (rule: RuleId, version: number): string => `${rule} v${version}`;
