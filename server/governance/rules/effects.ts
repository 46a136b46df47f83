import { never } from '../../community/result.ts';
import { addHours } from '../dates.ts';
import type { EventOf, StatementOfReasons } from '../events.ts';
import type { AutoEffect, Rule } from './rule.ts';

/** What a rule did to a post, as it stands in the record. */
export type Enforcement = EventOf<'post-held' | 'post-labelled'>;

/**
 * The event that carries a statement of reasons. A hold runs from the act, so that a slow machine adds nothing; what
 * was imposed later, because of reports, from then on.
 */
export function enforcementOf(statement: StatementOfReasons): Enforcement {
  const { effect, actAt, since = actAt } = statement;
  switch (effect.do) {
    case 'hold':
    case 'hide':
    case 'limit':
      return { kind: 'post-held', statement, until: addHours(since, effect.hours) };
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

/** The family a rule belongs to: of one family, one sanction falls on an act (governance.md §3.3). */
export const familyOf = ({ id, family }: Pick<Rule, 'id' | 'family'>): string => family ?? id;

/** What names an act and what was done about it: rules of one family do the same thing to an act once. */
export function actKey({
  post,
  evidence,
  cited,
  effect,
  family = cited.rule,
}: Pick<StatementOfReasons, 'post' | 'evidence' | 'cited' | 'family'> & {
  readonly effect: Pick<AutoEffect, 'do'> & { readonly label?: string };
}): string {
  const what = effect.do === 'label' ? `label ${effect.label}` : 'hold';
  return [post, evidence, family, what].join(' ');
}
