import type { RuleDraft } from './rule.ts';

/** Everything of a rule but its title and its words: what the machine carries out, in the order people read it. */
export function machinePart({
  when,
  autoWhen,
  effects,
  existing,
  human,
  kind,
  scope,
  family,
  overrides,
  fixtures,
}: RuleDraft): Partial<RuleDraft> {
  const all = { when, autoWhen, effects, existing, human, kind, scope, family, overrides, fixtures };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
