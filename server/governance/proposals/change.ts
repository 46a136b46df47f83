import type { RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, never, refused } from '../../community/result.ts';
import type { CharterParameters } from '../charter.ts';
import { parseParameters } from '../charter-bounds.ts';
import type { Change } from '../proposal.ts';
import { conflicts } from '../rules/conflicts.ts';
import { rulesAt, versionAt } from '../rules/in-force.ts';
import type { RuleDraft } from '../rules/rule.ts';
import { parseRuleDraft } from '../rules/schema.ts';
import type { CommunityState } from '../state.ts';
import { checkLimit, checkLink, checkMove } from './federation.ts';

export type ChangeRefusal =
  | 'bad-rule'
  | 'bad-parameters'
  | 'no-such-rule'
  | 'nothing-changes'
  | 'conflict'
  | 'bad-server'
  | 'bad-community';
type Checked = Result<Change, ChangeRefusal>;

interface Ask {
  readonly state: CommunityState;
  readonly change: Change;
  readonly now: Date;
}

/**
 * Whether a change could be carried out beside the rules and the charter in force now. Asked when it is proposed and
 * again before its text is frozen (governance.md §3.3, Conflict). The value is the change as it was understood.
 */
export function checkChange({ state, change, now }: Ask): Checked {
  switch (change.kind) {
    case 'adopt-rule': {
      const rule = checkRule(state, change.rule, now);
      return rule.ok ? accepted({ kind: change.kind, rule: rule.value }) : rule;
    }
    case 'amend-rule': {
      const { id } = change;
      const current = versionAt(state.rules, id, now);
      if (current === null) return noSuchRule(id);
      const rule = checkRule(state, change.rule, now, id);
      return rule.ok ? accepted({ kind: change.kind, id, rule: rule.value }) : rule;
    }
    case 'repeal-rule':
      return versionAt(state.rules, change.id, now) === null ? noSuchRule(change.id) : accepted(change);
    case 'amend-charter':
      return checkParameters(state.charter.parameters, change.parameters);
    case 'limit-server':
      return checkLimit(state, change);
    case 'link-community':
    case 'unlink-community':
      return checkLink(state, change);
    case 'move-community':
      return checkMove(state, change);
    default:
      return never(change);
  }
}

function checkRule(
  state: CommunityState,
  input: RuleDraft,
  now: Date,
  amends?: RuleId,
): Result<RuleDraft, ChangeRefusal> {
  const parsed = parseRuleDraft(input, state.charter.parameters);
  if (!parsed.ok) return parsed;
  const draft = parsed.value;
  const unknown = draft.overrides.find((id) => !state.rules.has(id));
  if (unknown !== undefined) return noSuchRule(unknown);
  const peers = rulesAt(state.rules, now);
  const [conflict] = conflicts({ draft, peers, ...(amends === undefined ? {} : { amends }) });
  return conflict === undefined ? accepted(draft) : refused('conflict', conflict.text);
}

function checkParameters(current: CharterParameters, input: Partial<CharterParameters>): Checked {
  const parsed = parseParameters(input);
  if (!parsed.ok) return parsed;
  const names = Object.keys(parsed.value) as (keyof CharterParameters)[];
  if (names.every((name) => parsed.value[name] === current[name])) {
    return refused('nothing-changes', 'The charter says this already. Change at least one of its parameters.');
  }
  return accepted({ kind: 'amend-charter', parameters: parsed.value });
}

function noSuchRule(id: RuleId) {
  return refused('no-such-rule', `There is no rule ${id} in force here.`);
}
