import type { RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import type { EventOf } from '../events.ts';
import type { CommunityState } from '../state.ts';
import { rulesAt } from './in-force.ts';
import { isInstance } from './precedence.ts';
import type { Rule } from './rule.ts';

/**
 * Rules of the whole server are decided in its home community, the first that was founded there. Every other community
 * of the server has them in its own record, under a name of their own (`I-3` for the home community's `R-3`), from the
 * entry on that says so: each record explains by itself what was done under it, and no act is judged by a rule that
 * was not in it (P4).
 */
export const mirroredId = (id: RuleId): RuleId => id.replace(/^R-/, 'I-') as RuleId;

/** Whether a rule came from the home community. */
export const isMirrored = (id: RuleId): boolean => id.startsWith('I-');

/** How many rules a community has made itself: the next one is numbered after them. */
export const ownRules = ({ rules }: Pick<CommunityState, 'rules'>): number =>
  [...rules.keys()].filter((id) => !isMirrored(id)).length;

/**
 * The next entry by which a community's record comes into line with what the home community has decided for the whole
 * server; refused when it is. Asked again after each entry.
 */
export function mirrorNext({
  state,
  home,
  now,
}: {
  readonly state: CommunityState;
  readonly home: CommunityState;
  readonly now: Date;
}): Result<EventOf<'instance-rule-in-force' | 'instance-rule-ended'>, 'nothing-to-mirror'> {
  if (state.community === home.community) return IN_LINE;
  const decided = new Map(
    rulesAt(home.rules, now)
      .filter(isInstance)
      .map((rule) => [mirroredId(rule.id), rule]),
  );
  const here = new Map(
    rulesAt(state.rules, now)
      .filter(({ id }) => isMirrored(id))
      .map((rule) => [rule.id, rule]),
  );
  const from = { source: home.community, asOf: { seq: home.seq, hash: home.head } };
  for (const id of here.keys()) {
    if (!decided.has(id)) return accepted({ kind: 'instance-rule-ended', ...from, rule: id });
  }
  for (const [id, rule] of decided) {
    const known = here.get(id);
    if (known !== undefined && isSame(known, rule)) continue;
    const renewed = known?.version === rule.version;
    const mirrored = {
      ...rule,
      id,
      overrides: rule.overrides.map(mirroredId),
      activeFrom: renewed ? known.activeFrom : now,
    };
    return accepted({ kind: 'instance-rule-in-force', ...from, rule: mirrored });
  }
  return IN_LINE;
}

const IN_LINE = refused('nothing-to-mirror', 'The rules of the whole server are in force here as they were decided.');

const isSame = (one: Rule, other: Rule): boolean =>
  one.version === other.version && one.sunsetAt.getTime() === other.sunsetAt.getTime();
