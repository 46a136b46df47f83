import type { ProposalId, RuleId } from '../../community/ids.ts';
import { ruleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addMonths } from '../dates.ts';
import { conflicts } from '../rules/conflicts.ts';
import { rulesAt, versionAt } from '../rules/in-force.ts';
import { isMirrored, ownRules } from '../rules/instance.ts';
import type { Rule, RuleDraft } from '../rules/rule.ts';
import { parseRuleDraft } from '../rules/schema.ts';
import { ruleWords } from '../rules/words.ts';
import type { CommunityState } from '../state.ts';
import type { ChangeOf, ChangeRefusal, KindOfChange } from './kind-of-change.ts';
import { voided } from './voided.ts';

const adoptRule: KindOfChange<ChangeOf<'adopt-rule'>> = {
  matter: 'ordinary',
  title: said`A new rule.`,
  words: ({ rule }) =>
    said`A new rule would be adopted: “${textOf(rule)}” What the software will do: ${ruleWords(rule)}`,
  check({ state, change, now }) {
    const rule = checkRule(state, change.rule, now);
    return rule.ok ? accepted({ kind: 'adopt-rule', rule: rule.value }) : rule;
  },
  enact({ state, change, proposal, now }) {
    const id = ruleId(ownRules(state) + 1);
    const rule = versionOf({ state, draft: change.rule, id, adoptedBy: proposal.id, now });
    return { kind: 'rule-in-force', proposal: proposal.id, rule };
  },
};

const amendRule: KindOfChange<ChangeOf<'amend-rule'>> = {
  matter: 'ordinary',
  title: said`A new version of a rule.`,
  words: ({ id, rule }) =>
    said`Rule ${id} would be changed to: “${textOf(rule)}” What the software will do: ${ruleWords(rule)}`,
  check({ state, change: { id, rule: draft }, now }) {
    if (isMirrored(id)) return notOurs(id);
    if (versionAt(state.rules, id, now) === null) return noSuchRule(id);
    const rule = checkRule(state, draft, now, id);
    return rule.ok ? accepted({ kind: 'amend-rule', id, rule: rule.value }) : rule;
  },
  enact({ state, change: { id, rule: draft }, proposal, now }) {
    if (versionAt(state.rules, id, now) === null) return noLonger(proposal.id, id);
    const rule = versionOf({ state, draft, id, adoptedBy: proposal.id, now });
    return { kind: 'rule-in-force', proposal: proposal.id, rule };
  },
};

const repealRule: KindOfChange<ChangeOf<'repeal-rule'>> = {
  matter: 'ordinary',
  title: said`The end of a rule.`,
  words: ({ id }) => said`Rule ${id} would no longer be in force.`,
  check({ state, change, now }) {
    if (isMirrored(change.id)) return notOurs(change.id);
    return versionAt(state.rules, change.id, now) === null ? noSuchRule(change.id) : accepted(change);
  },
  enact({ state, change: { id }, proposal, now }) {
    if (versionAt(state.rules, id, now) === null) return noLonger(proposal.id, id);
    return { kind: 'rule-repealed', proposal: proposal.id, rule: id };
  },
};

const renewRules: KindOfChange<ChangeOf<'renew-rules'>> = {
  matter: 'ordinary',
  title: said`Rules that would go on.`,
  words: ({ rules }) => said`These rules would stay in force for another term: ${rules.join(', ')}.`,
  check: () => refused('not-for-members', 'Such a vote is called by the charter itself, when it is time for it.'),
  enact({ state, change, proposal, now }) {
    // Those amended, repealed or run out since the vote was called are left out: members voted on other texts.
    const rules = change.rules.flatMap((id) => {
      const rule = versionAt(state.rules, id, now);
      return rule !== null && rule.activeFrom <= proposal.submittedAt ? [{ rule: id, version: rule.version }] : [];
    });
    if (rules.length === 0) return voided(proposal.id, 'None of these rules is in force any more.');
    const sunsetAt = addMonths(now, state.charter.parameters.ruleSunsetMonths);
    return { kind: 'rules-renewed', proposal: proposal.id, rules, sunsetAt };
  },
};

export const ruleChanges = {
  'adopt-rule': adoptRule,
  'amend-rule': amendRule,
  'repeal-rule': repealRule,
  'renew-rules': renewRules,
} as const;

/** The words people vote on. */
const textOf = ({ text, authoritative, title }: RuleDraft): string => text[authoritative] ?? title;

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
  const amended = amends === undefined ? {} : { amends, decided: state.decidedExamples.get(amends) ?? [] };
  const [conflict] = conflicts({ draft, peers, ...amended });
  return conflict === undefined ? accepted(draft) : refused('conflict', conflict.text);
}

/**
 * A version is in force from the entry that says so, never from an earlier time, so that no act is judged by a rule
 * which did not stand in the record yet.
 */
export function versionOf({
  state,
  draft,
  id,
  adoptedBy,
  now,
}: {
  readonly state: CommunityState;
  readonly draft: RuleDraft;
  readonly id: RuleId;
  readonly adoptedBy: Rule['adoptedBy'];
  readonly now: Date;
}): Rule {
  const version = (state.rules.get(id)?.length ?? 0) + 1;
  const sunsetAt = addMonths(now, state.charter.parameters.ruleSunsetMonths);
  return { ...draft, id, version, adoptedBy, activeFrom: now, sunsetAt };
}

const noSuchRule = (id: RuleId) => refused('no-such-rule', said`There is no rule ${id} in force here.`);
const notOurs = (id: RuleId) =>
  refused('no-such-rule', said`${id} is a rule of the whole server. The server’s home community decides about it.`);
const noLonger = (proposal: ProposalId, rule: RuleId) => voided(proposal, `Rule ${rule} is no longer in force.`);
