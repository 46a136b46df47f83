import type { RuleId } from '../../community/ids.ts';
import { type Said, said } from '../../community/said.ts';
import { canonicalText } from '../../record/canonical.ts';
import { evaluate } from './evaluate.ts';
import { findExample, MOST_STEPS } from './examples.ts';
import { isInstance } from './precedence.ts';
import type { AutoEffect, Condition, Facts, Rule, RuleDraft } from './rule.ts';
import type { DecidedExample } from './state.ts';
import { exampleWords } from './words.ts';

/** Why a rule cannot stand beside the others as it is drafted. */
export interface Conflict {
  readonly kind: 'example' | 'verdict' | 'contradiction' | 'duplicate' | 'mutual';
  /** The rule in force that it collides with. */
  readonly rule?: RuleId;
  readonly text: Said;
}

/**
 * Tries a drafted rule on its own examples, on those that juries decided about it, on the examples of every rule in
 * force, and on posts made up around every bound that the two name (governance.md §3.3, Conflict). An empty answer
 * means it may stand.
 *
 * Labels and limits stand beside anything. What contradicts is to hide the same post for two different times, without
 * saying which is meant; and two rules of which each overrides the other.
 *
 * @param peers the rules in force
 * @param amends the rule whose next version this is: it is not a peer
 * @param decided how juries read the rule that is amended
 */
export function conflicts({
  draft,
  peers,
  amends,
  decided = [],
}: {
  readonly draft: RuleDraft;
  readonly peers: readonly Rule[];
  readonly amends?: RuleId;
  readonly decided?: readonly DecidedExample[];
}): readonly Conflict[] {
  const others = peers.filter(({ id }) => id !== amends);
  const steps = Math.max(MOST_STEPS / 40, Math.floor((MOST_STEPS * 5) / Math.max(1, others.length)));
  return [
    ...wrongExamples(draft),
    ...againstVerdicts(draft, decided),
    ...others.flatMap((peer) => collision({ draft, peer, amends, steps }) ?? []),
  ];
}

function wrongExamples({ when, fixtures }: RuleDraft): readonly Conflict[] {
  const wrong = (sentence: Said): Conflict => ({ kind: 'example', text: sentence });
  return [
    ...fixtures.match
      .filter((example) => evaluate(when, example) !== true)
      .map((example) =>
        wrong(
          said`The example ${canonicalText(example)} is to be caught, but the condition does not catch it. Correct the example or the condition.`,
        ),
      ),
    ...fixtures.noMatch
      .filter((example) => evaluate(when, example) === true)
      .map((example) =>
        wrong(
          said`The example ${canonicalText(example)} is to be left alone, but the condition catches it. Correct the example or the condition.`,
        ),
      ),
  ];
}

function againstVerdicts({ when }: RuleDraft, decided: readonly DecidedExample[]): readonly Conflict[] {
  return decided
    .filter(({ example, catches }) => (evaluate(when, example) === true) !== catches)
    .map(({ example, catches, jury }) => ({
      kind: 'verdict',
      text: catches
        ? said`Jury ${jury} decided that this rule is about a post like this: ${exampleWords(example)} The condition says otherwise. Write a rule of another name to change that.`
        : said`Jury ${jury} decided that this rule is not about a post like this: ${exampleWords(example)} The condition says otherwise. Write a rule of another name to change that.`,
    }));
}

interface Pair {
  readonly draft: RuleDraft;
  readonly peer: Rule;
  readonly amends: RuleId | undefined;
  readonly steps: number;
}

function collision(pair: Pair): Conflict | null {
  const { draft, peer, amends } = pair;
  const sameEffects = effectsText(draft.effects) === effectsText(peer.effects);
  const sameWhen =
    canonicalText([draft.when, draft.autoWhen ?? null]) === canonicalText([peer.when, peer.autoWhen ?? null]);
  const { id, title } = peer;
  if (sameEffects && sameWhen) {
    return { kind: 'duplicate', rule: id, text: said`Rule ${id} (“${title}”) says the same already.` };
  }
  const overrides = draft.overrides.includes(id);
  const overridden = amends !== undefined && peer.overrides.includes(amends);
  if (overrides !== overridden || isInstance(peer) !== isInstance(draft)) return null;
  const contradict = overrides || hidesDifferently(draft, peer);
  const both = contradict ? exampleOfBoth(pair) : null;
  if (both === null) return null;
  return overrides
    ? {
        kind: 'mutual',
        rule: id,
        text: said`Rule ${id} (“${title}”) says that it overrides this rule, and this rule that it overrides ${id}; both are about a post like this: ${exampleWords(both)} Only one of them can.`,
      }
    : {
        kind: 'contradiction',
        rule: id,
        text: said`Rule ${id} (“${title}”) does something else to the same post: ${exampleWords(both)} Change the condition, or say that this rule overrides ${id}.`,
      };
}

/** Whether both take posts out of sight, for different times, at the same stage: on arrival, or when reported. */
function hidesDifferently(one: RuleDraft, other: RuleDraft): boolean {
  return (['hold', 'hide'] as const).some((what) => {
    const mine = hoursOf(one, what);
    const theirs = hoursOf(other, what);
    return mine !== null && theirs !== null && mine !== theirs;
  });
}

function hoursOf({ effects }: RuleDraft, what: 'hold' | 'hide'): number | null {
  const hours = effects.flatMap((effect) => (effect.do === what ? [effect.hours] : []));
  return hours.length === 0 ? null : Math.max(...hours);
}

/** A post that both do something to: one of their examples, else one made up. */
function exampleOfBoth({ draft, peer, steps }: Pair): Facts | null {
  const both = bothOf(draft, peer);
  const known = [...draft.fixtures.match, ...peer.fixtures.match].find((example) => evaluate(both, example) === true);
  return known ?? findExample(both, 'caught', steps);
}

/** What has to be true for two rules to act on one post. */
export function bothOf(
  one: Pick<RuleDraft, 'when' | 'autoWhen'>,
  other: Pick<RuleDraft, 'when' | 'autoWhen'>,
): Condition {
  return { all: [one, other].flatMap(({ when, autoWhen }) => (autoWhen === undefined ? [when] : [when, autoWhen])) };
}

/** Effects in one order, so that only what they do is compared. */
function effectsText(effects: readonly AutoEffect[]): string {
  return canonicalText(new Set(effects.map((effect) => canonicalText(effect))));
}
