import type { RuleId } from '../../community/ids.ts';
import type { Rule, RuleDraft } from './rule.ts';
import { pairKey, type RulesState } from './state.ts';

type Ranked = Pick<Rule, 'id' | 'overrides' | 'scope'>;

/** Whether a rule is the whole server's. */
export const isInstance = ({ scope }: Pick<RuleDraft, 'scope'>): boolean => scope === 'instance';

/**
 * Of rules that are all about one act, those that have a say (governance.md §3.3, Conflict): a rule of the whole
 * server is overridden by no community's; else one that another declares to override says nothing. Two that override
 * each other both say nothing, unless a jury has decided for one of them: contradictory duties sanction nobody.
 *
 * With two scopes, of which the wider one comes first, “narrower scope” never decides anything.
 */
export function prevailing<One extends Ranked>(
  rules: readonly One[],
  { suspensions }: Pick<RulesState, 'suspensions'>,
): readonly One[] {
  return rules.filter((rule) => !rules.some((other) => other.id !== rule.id && overrides(other, rule, suspensions)));
}

function overrides(one: Ranked, other: Ranked, suspensions: RulesState['suspensions']): boolean {
  if (!one.overrides.includes(other.id) || (isInstance(other) && !isInstance(one))) return false;
  if (!other.overrides.includes(one.id)) return true;
  return suspensions.get(pairKey([one.id, other.id]))?.resolved?.favour !== other.id;
}

/** Pairs of rules of which each says that it overrides the other. */
export function mutualPairs<One extends Ranked>(rules: readonly One[]): readonly (readonly [One, One])[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return rules.flatMap((rule) =>
    rule.overrides
      .filter((id: RuleId) => rule.id < id)
      .flatMap((id) => byId.get(id) ?? [])
      .filter((other) => other.overrides.includes(rule.id) && isInstance(other) === isInstance(rule))
      .map((other) => [rule, other] as const),
  );
}
