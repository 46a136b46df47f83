import type { CommunityState } from '../state.ts';
import { holdHours } from './effects.ts';
import { evaluate } from './evaluate.ts';
import { laterVersions } from './in-force.ts';
import type { AutoEffect, Facts, Rule } from './rule.ts';

/**
 * What a version of a rule does, less what the members have given up since the act: a later version that is milder
 * wins, and so does the end of the rule (governance.md §3.3, Non-retroactivity). A later one that is stricter changes
 * nothing.
 *
 * @param applying of a version's effects those that can be carried out now
 */
export function milderEffects({
  state,
  rule,
  now,
  facts,
  applying,
}: {
  readonly state: Pick<CommunityState, 'rules'>;
  /** The version that was in force at the time of the act, and is cited. */
  readonly rule: Rule;
  readonly now: Date;
  readonly facts: Facts;
  readonly applying: (version: Rule) => readonly AutoEffect[];
}): readonly AutoEffect[] {
  return laterVersions(state.rules, rule, now).reduce<readonly AutoEffect[]>((effects, later) => {
    const allowed = later !== null && isAbout(later, facts) ? applying(later) : [];
    return effects.flatMap((effect) => atMost(effect, allowed));
  }, applying(rule));
}

const isAbout = ({ when, autoWhen }: Rule, facts: Facts): boolean =>
  evaluate(when, facts) === true && (autoWhen === undefined || evaluate(autoWhen, facts) === true);

function atMost(effect: AutoEffect, allowed: readonly AutoEffect[]): readonly AutoEffect[] {
  if (effect.do === 'label') {
    return allowed.some((other) => other.do === 'label' && other.label === effect.label) ? [effect] : [];
  }
  const most = Math.max(0, ...allowed.map(holdHours));
  return most === 0 ? [] : [{ ...effect, hours: Math.min(effect.hours, most) }];
}
