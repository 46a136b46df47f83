import type { RuleId } from '../../community/ids.ts';
import { canonicalText } from '../../record/canonical.ts';
import { evaluate } from './evaluate.ts';
import type { AutoEffect, Facts, Rule, RuleDraft } from './rule.ts';

/** Why a rule cannot stand beside the others as it is drafted. */
export interface Conflict {
  readonly kind: 'example' | 'contradiction' | 'duplicate';
  /** The rule in force that it collides with. */
  readonly rule?: RuleId;
  readonly text: string;
}

/**
 * Tries a drafted rule on its own examples and on those of the rules in force (governance.md §3.3, Conflict). An
 * empty answer means it may stand.
 *
 * @param peers the rules in force
 * @param amends the rule whose next version this is: it is not a peer
 */
export function conflicts({
  draft,
  peers,
  amends,
}: {
  readonly draft: RuleDraft;
  readonly peers: readonly Rule[];
  readonly amends?: RuleId;
}): readonly Conflict[] {
  const others = peers.filter(({ id }) => id !== amends);
  return [...wrongExamples(draft), ...others.flatMap((peer) => collision(draft, peer) ?? [])];
}

function wrongExamples({ when, fixtures }: RuleDraft): readonly Conflict[] {
  const wrong = (example: Facts, says: string): Conflict => ({
    kind: 'example',
    text: `The example ${canonicalText(example)} ${says}. Correct the example or the condition.`,
  });
  return [
    ...fixtures.match
      .filter((example) => evaluate(when, example) !== true)
      .map((example) => wrong(example, 'is to be caught, but the condition does not catch it')),
    ...fixtures.noMatch
      .filter((example) => evaluate(when, example) === true)
      .map((example) => wrong(example, 'is to be left alone, but the condition catches it')),
  ];
}

function collision(draft: RuleDraft, peer: Rule): Conflict | null {
  const sameEffects = effectsText(draft.effects) === effectsText(peer.effects);
  if (sameEffects && canonicalText(draft.when) === canonicalText(peer.when)) {
    return { kind: 'duplicate', rule: peer.id, text: `Rule ${peer.id} (“${peer.title}”) says the same already.` };
  }
  const bothAct = draft.effects.length > 0 && peer.effects.length > 0;
  if (sameEffects || !bothAct || draft.overrides.includes(peer.id)) return null;
  const both = [...draft.fixtures.match, ...peer.fixtures.match].find(
    (example) => evaluate(draft.when, example) === true && evaluate(peer.when, example) === true,
  );
  if (both === undefined) return null;
  return {
    kind: 'contradiction',
    rule: peer.id,
    text: `Rule ${peer.id} (“${peer.title}”) does something else to the same post: ${canonicalText(both)}. Change the condition, or say that this rule overrides ${peer.id}.`,
  };
}

/** Effects in one order, so that only what they do is compared. */
function effectsText(effects: readonly AutoEffect[]): string {
  return canonicalText(new Set(effects.map((effect) => canonicalText(effect))));
}
