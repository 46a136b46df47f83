import { communityIri, proposalId, type RuleId, ruleId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { Rule } from '../../../../server/governance/rules/rule.ts';
import { bob, carol, LINK_RULE, Village } from '../village.ts';
import { stateAfter } from './telling.ts';

export const [R1, R2] = [ruleId(1), ruleId(2)];
export const P9 = proposalId(9);
export const HOME = communityIri('https://north.example/actors/home');

export const rule = (from: Date, more: Partial<Rule> = {}): Rule => ({
  ...{ ...LINK_RULE, id: R1, version: 1, adoptedBy: P9, activeFrom: from, sunsetAt: addDays(from, 365) },
  ...more,
});
/** A guild in which a proposal is about to take effect, with rules as given. */
export function guild(...rules: readonly Rule[]): Village {
  const village = Village.of(bob, carol);
  const byId = Map.groupBy(rules, ({ id }) => id);
  const timelock = { id: P9, phase: { state: 'timelock', until: village.now } } as never;
  village.state = { ...village.state, rules: byId, proposals: new Map([[P9, timelock]]) };
  return village;
}
export const { now: NOW } = guild();
export const versions = (village: Village, event: Parameters<typeof stateAfter>[1], id: RuleId = R1) =>
  stateAfter(village, event).rules.get(id);
