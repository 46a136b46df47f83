import type { RuleId } from '../../community/ids.ts';
import { earlier } from '../dates.ts';
import type { CommunityState } from '../state.ts';
import type { Rule } from './rule.ts';

type Rules = CommunityState['rules'];

/** The version of a rule that was in force at a time, or `null`: activeFrom ≤ at < its end. */
export function versionAt(rules: Rules, id: RuleId, at: Date): Rule | null {
  return rules.get(id)?.find((rule) => isInForce(rule, at)) ?? null;
}

/** All rules in force at a time, one version each. */
export function rulesAt(rules: Rules, at: Date): readonly Rule[] {
  return [...rules.keys()].map((id) => versionAt(rules, id, at)).filter((rule) => rule !== null);
}

/** When a version ends, by decision or by its sunset, whichever is first. */
export function endOf({ activeTo, sunsetAt }: Rule): Date {
  return activeTo === undefined ? sunsetAt : earlier(activeTo, sunsetAt);
}

/** Whether a version is in force at a time. Its sunset counts even while nobody has written it down yet. */
export function isInForce(rule: Rule, at: Date): boolean {
  return rule.activeFrom <= at && at < endOf(rule);
}

/** The versions of a rule that came after one until a time, and whether it had ended by then without another. */
export function laterVersions(rules: Rules, { id, version }: Rule, now: Date): readonly (Rule | null)[] {
  const later = (rules.get(id) ?? []).filter((rule) => rule.version > version && rule.activeFrom <= now);
  return versionAt(rules, id, now) === null ? [...later, null] : later;
}
