import type { CommunityIri } from '../community/ids.ts';
import { ruleId } from '../community/ids.ts';
import { type Charter, type CharterParameters, DEFAULT_PARAMETERS } from './charter.ts';
import type { Intent } from './intent.ts';
import { rulesAt } from './rules/in-force.ts';
import { isMirrored } from './rules/instance.ts';
import type { RuleDraft } from './rules/rule.ts';
import type { CommunityState } from './state.ts';

/** Where a community was forked from, and what it took along. */
export interface Fork {
  readonly of: CommunityIri;
  /** The last entry of that community's record that it knows. */
  readonly seq: number;
  /** Its own rules that were in force then, in their order; they begin here as `R-1`, `R-2` … */
  readonly rules: readonly RuleDraft[];
}

/** About the server, or about other servers, of that community alone. */
const NOT_TAKEN: readonly (keyof CharterParameters)[] = ['signUp', 'signUpDomains', 'federation'];

/**
 * What a fork begins with: the charter, the rules and the intent of the community it comes from, as they stand. Nobody
 * moves along, nothing is decided for anybody: members there are members there.
 */
export function forkOf(
  state: CommunityState,
  now: Date,
): { readonly charter: Charter; readonly intent: Intent; readonly fork: Fork } {
  const taken = Object.entries(state.charter.parameters).filter(
    ([name]) => !NOT_TAKEN.includes(name as keyof CharterParameters),
  );
  const own = rulesAt(state.rules, now).filter(({ id, scope }) => !isMirrored(id) && scope !== 'instance');
  const renamed = new Map(own.map(({ id }, at) => [id, ruleId(at + 1)]));
  const rules = own.map(
    ({
      id: _,
      version: __,
      adoptedBy: ___,
      activeFrom: ____,
      activeTo: _____,
      sunsetAt: ______,
      ...rule
    }): RuleDraft => {
      const { renewedAt: _renewed, existing: _existing, ...draft } = rule;
      return { ...draft, overrides: rule.overrides.flatMap((other) => renamed.get(other) ?? []) };
    },
  );
  return {
    charter: { version: 1, parameters: { ...DEFAULT_PARAMETERS, ...Object.fromEntries(taken) } },
    intent: state.intent ?? {},
    fork: { of: state.community, seq: state.seq, rules },
  };
}
