import type { ProposalId, RuleId } from '../../community/ids.ts';
import { ruleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, never } from '../../community/result.ts';
import { addMonths } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { versionAt } from '../rules/in-force.ts';
import type { Rule, RuleDraft } from '../rules/rule.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';

type Enactment = EventOf<
  | 'rule-in-force'
  | 'rule-repealed'
  | 'charter-amended'
  | 'server-limited'
  | 'community-linked'
  | 'community-unlinked'
  | 'community-moved'
  | 'proposal-voided'
>;

/**
 * A passed proposal takes effect after its timelock, by itself: from the entry that says so, never from an earlier
 * time, so that no act is judged by a rule which did not stand in the record yet. Void when the rule that it would
 * amend or repeal is no longer in force.
 */
export function bringIntoForce({
  state,
  proposal: id,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly now: Date;
}): Result<Enactment, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'timelock' || now < proposal.phase.until) return notDue(id);
  const { change } = proposal;
  switch (change.kind) {
    case 'adopt-rule': {
      const rule = versionOf({ state, draft: change.rule, id: ruleId(state.rules.size + 1), adoptedBy: id, now });
      return accepted({ kind: 'rule-in-force', proposal: id, rule });
    }
    case 'amend-rule': {
      if (versionAt(state.rules, change.id, now) === null) return voided(id, change.id);
      const rule = versionOf({ state, draft: change.rule, id: change.id, adoptedBy: id, now });
      return accepted({ kind: 'rule-in-force', proposal: id, rule });
    }
    case 'repeal-rule':
      if (versionAt(state.rules, change.id, now) === null) return voided(id, change.id);
      return accepted({ kind: 'rule-repealed', proposal: id, rule: change.id });
    case 'amend-charter': {
      const { version, parameters } = state.charter;
      const charter = { version: version + 1, parameters: { ...parameters, ...change.parameters } };
      return accepted({ kind: 'charter-amended', proposal: id, charter });
    }
    case 'limit-server':
      return accepted({ kind: 'server-limited', proposal: id, server: change.server, level: change.level });
    case 'link-community':
      return accepted({ kind: 'community-linked', proposal: id, community: change.community });
    case 'unlink-community':
      return accepted({ kind: 'community-unlinked', proposal: id, community: change.community });
    case 'move-community':
      return accepted({ kind: 'community-moved', proposal: id, target: change.target });
    default:
      return never(change);
  }
}

/** A rule's version has reached its sunset and was not renewed. */
export function expireRule({
  state,
  rule: id,
  version,
  now,
}: {
  readonly state: CommunityState;
  readonly rule: RuleId;
  readonly version: number;
  readonly now: Date;
}): Result<EventOf<'rule-expired'>, 'not-due'> {
  const last = state.rules.get(id)?.at(-1);
  if (last?.version !== version || last.activeTo !== undefined || now < last.sunsetAt) return notDue(id);
  return accepted({ kind: 'rule-expired', rule: id, version });
}

function versionOf({
  state,
  draft,
  id,
  adoptedBy,
  now,
}: {
  readonly state: CommunityState;
  readonly draft: RuleDraft;
  readonly id: RuleId;
  readonly adoptedBy: ProposalId;
  readonly now: Date;
}): Rule {
  const version = (state.rules.get(id)?.length ?? 0) + 1;
  const sunsetAt = addMonths(now, state.charter.parameters.ruleSunsetMonths);
  return { ...draft, id, version, adoptedBy, activeFrom: now, sunsetAt };
}

function voided(proposal: ProposalId, rule: RuleId): Result<Enactment, 'not-due'> {
  return accepted({ kind: 'proposal-voided', proposal, why: `Rule ${rule} is no longer in force.` });
}
