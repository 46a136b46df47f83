import type { JuryId, RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { later } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { verdictOn } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';
import { bothOf } from './conflicts.ts';
import { findExample } from './examples.ts';
import { mutualPairs } from './precedence.ts';
import type { Facts, Rule } from './rule.ts';
import { inOrder, pairKey, type Suspension } from './state.ts';

type Pair = readonly [RuleId, RuleId];

/** The last version of every rule that nothing has ended yet. */
const standing = ({ rules }: Pick<CommunityState, 'rules'>): readonly Rule[] =>
  [...rules.values()].flatMap((versions) => versions.at(-1) ?? []).filter(({ activeTo }) => activeTo === undefined);

/**
 * Rules in force that contradict each other: each says that it overrides the other, and there are posts that both are
 * about (governance.md §3.3, Conflict: contradictory duties). Such come about when both were voted on at the same time.
 */
export function contradictions(
  state: CommunityState,
): readonly { readonly rules: Pair; readonly since: Date; readonly example: Facts }[] {
  return mutualPairs(standing(state)).flatMap(([one, other]) => {
    const rules = inOrder([one.id, other.id]);
    if (state.suspensions.has(pairKey(rules))) return [];
    const example = findExample(bothOf(one, other), 'caught');
    return example === null ? [] : [{ rules, since: later(one.activeFrom, other.activeFrom), example }];
  });
}

/** Of posts that both are about, neither rule says anything any more: no sanction, until a jury has read them. */
export function suspendRules({
  state,
  rules,
}: Transition<{ readonly rules: Pair }>): Result<EventOf<'rules-suspended'>, 'not-due'> {
  const found = contradictions(state).find((one) => pairKey(one.rules) === pairKey(rules));
  return found === undefined
    ? refused('not-due', 'These rules do not contradict each other, or are suspended already.')
    : accepted({ kind: 'rules-suspended', rules: found.rules, example: found.example });
}

/** What there is to say about a suspension now: a verdict, or that nothing is left of the contradiction. */
function resolutionOf(state: CommunityState, { rules, resolved }: Suspension): Resolution | null {
  const still = mutualPairs(standing(state)).some(([one, other]) => pairKey([one.id, other.id]) === pairKey(rules));
  if (!still) return { favour: 'no-longer', at: state.at };
  if (resolved !== undefined) return null;
  const verdict = verdictOn(state, { kind: 'interpretation', rules });
  if (verdict === null) return null;
  const named = rules.find((id) => id === verdict.option);
  return { favour: verdict.hung || named === undefined ? 'neither' : named, at: verdict.at, jury: verdict.jury };
}

interface Resolution {
  readonly favour: EventOf<'rules-resolved'>['favour'];
  readonly at: Date;
  readonly jury?: JuryId;
}

/** Suspensions that come to an end now. */
export function resolutions(state: CommunityState): readonly (Resolution & { readonly rules: Pair })[] {
  return [...state.suspensions.values()].flatMap((suspension) => {
    const resolution = resolutionOf(state, suspension);
    return resolution === null ? [] : [{ ...resolution, rules: suspension.rules }];
  });
}

/** A suspension ends: in favour of one rule, or of none, or because the contradiction is gone. */
export function resolveRules({
  state,
  rules,
}: Transition<{ readonly rules: Pair }>): Result<EventOf<'rules-resolved'>, 'not-due'> {
  const found = resolutions(state).find((one) => pairKey(one.rules) === pairKey(rules));
  if (found === undefined) return refused('not-due', 'Nothing about these rules was decided.');
  const { favour, jury } = found;
  return accepted({ kind: 'rules-resolved', rules, favour, ...(jury === undefined ? {} : { jury }) });
}

/**
 * A jury has read a rule in one case: the example travels with it from then on, and every later version of the rule
 * has to agree with it (§3.3, “Verdicts become fixtures”). Refused for a rule that there never was.
 */
export function addExample({
  state,
  ...added
}: {
  readonly state: CommunityState;
  readonly now: Date;
} & Omit<EventOf<'rule-example-added'>, 'kind'>): Result<EventOf<'rule-example-added'>, 'no-such-rule'> {
  const { rule, example, catches, jury } = added;
  return state.rules.has(rule)
    ? accepted({ kind: 'rule-example-added', rule, example, catches, jury })
    : refused('no-such-rule', said`There is no rule ${rule} here.`);
}
