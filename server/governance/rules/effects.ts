import { never } from '../../community/result.ts';
import { addHours } from '../dates.ts';
import type { EventOf, StatementOfReasons } from '../events.ts';
import type { AutoEffect } from './rule.ts';

/** What a rule did to a post, as it stands in the record. */
export type Enforcement = EventOf<'post-held' | 'post-labelled'>;

/** The event that carries a statement of reasons. A hold runs from the act, so that a slow machine adds nothing. */
export function enforcementOf(statement: StatementOfReasons): Enforcement {
  const { effect, actAt } = statement;
  switch (effect.do) {
    case 'hold':
    case 'limit':
      return { kind: 'post-held', statement, until: addHours(actAt, effect.hours) };
    case 'label':
      return { kind: 'post-labelled', statement, label: effect.label };
    default:
      return never(effect);
  }
}

/** How restrictive an effect is: the hours it hides a post. */
export function holdHours(effect: AutoEffect): number {
  return effect.do === 'label' ? 0 : effect.hours;
}

/** What names an act and what was done about it: the same rule does the same thing to an act once. */
export function actKey({ post, evidence, cited, effect }: StatementOfReasons): string {
  const what = effect.do === 'label' ? `label ${effect.label}` : 'hold';
  return [post, evidence, cited.rule, what].join(' ');
}
