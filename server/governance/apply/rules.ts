import type { ProposalId, RuleId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { type Charter, completed } from '../charter.ts';
import { earlier } from '../dates.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { RuleEvent } from '../events/rules.ts';
import type { EventOf } from '../events.ts';
import { isReviewed } from '../proposals/challenge.ts';
import { hiddenUnder } from '../rules/existing.ts';
import { endOf } from '../rules/in-force.ts';
import { isMirrored } from '../rules/instance.ts';
import type { Rule } from '../rules/rule.ts';
import { pairKey } from '../rules/state.ts';
import type { Handlers } from './handlers.ts';
import { inPhase } from './proposals.ts';

export function applyRule(context: Context, event: RuleEvent): void {
  const { draft, at } = context;
  switch (event.kind) {
    case 'rule-in-force':
      putRule(context, event.rule);
      enact(context, event.proposal);
      break;
    case 'rule-repealed':
      endRule(context, event.rule);
      enact(context, event.proposal);
      break;
    case 'rule-expired': {
      const last = versionsOf(context, event.rule).at(-1);
      if (last?.version !== event.version || endOf(last) > at) {
        senseless(context, `version ${event.version} of ${event.rule} has not come to its end`);
      }
      draft.rules.set(event.rule, endedBy(versionsOf(context, event.rule), last.sunsetAt));
      break;
    }
    case 'rules-renewed':
      renew(context, event);
      enact(context, event.proposal);
      break;
    case 'charter-amended':
      putCharter(context, event.charter);
      enact(context, event.proposal);
      break;
    case 'rules-suspended':
      if (draft.suspensions.has(pairKey(event.rules))) senseless(context, `${event.rules} are suspended already`);
      draft.suspensions.set(pairKey(event.rules), { rules: event.rules, since: at, example: event.example });
      break;
    case 'rules-resolved':
      resolve(context, event);
      break;
    case 'rule-example-added':
      addExample(context, event);
      break;
    case 'instance-rule-in-force':
      mirror(context, event);
      break;
    case 'instance-rule-ended':
      if (!isMirrored(event.rule)) senseless(context, `${event.rule} is this community's own`);
      draft.rules.set(event.rule, endedBy(versionsOf(context, event.rule), at));
      break;
    default:
      never(event);
  }
}

/** The next version of a rule; the one before ends with it. */
export function putRule(context: Context, rule: Rule): void {
  const before = context.draft.rules.get(rule.id) ?? [];
  if (rule.version !== before.length + 1) senseless(context, `${rule.id} has no version before ${rule.version}`);
  context.draft.rules.set(rule.id, [...endedBy(before, rule.activeFrom), rule]);
}

/** The last version of a rule ends now. */
export function endRule(context: Context, id: RuleId): void {
  context.draft.rules.set(id, endedBy(versionsOf(context, id), context.at));
}

/** The next version of the charter. */
export function putCharter(context: Context, charter: Charter): void {
  const { draft } = context;
  if (charter.version !== draft.charter.version + 1) senseless(context, 'a version of the charter is missing');
  draft.charter = completed(charter);
  draft.charters = [...draft.charters, draft.charter];
}

function resolve(context: Context, { rules, favour, jury }: EventOf<'rules-resolved'>): void {
  const { draft, at } = context;
  const key = pairKey(rules);
  const suspension = draft.suspensions.get(key) ?? senseless(context, `${rules} are not suspended`);
  if (favour === 'no-longer') {
    draft.suspensions.delete(key);
    return;
  }
  draft.suspensions.set(key, { ...suspension, resolved: { at, favour, ...(jury === undefined ? {} : { jury }) } });
  if (favour === 'neither' || jury === undefined) return;
  for (const rule of rules) addExample(context, { rule, example: suspension.example, catches: rule === favour, jury });
}

function addExample(context: Context, { rule, ...decided }: Omit<EventOf<'rule-example-added'>, 'kind'>): void {
  versionsOf(context, rule);
  const { example, catches, jury } = decided;
  const known = context.draft.decidedExamples.get(rule) ?? [];
  context.draft.decidedExamples.set(rule, [...known, { example, catches, jury }]);
}

/** In force from this entry on, never from when the home community decided it; renewed, it only ends later. */
function mirror(context: Context, { rule, source, asOf }: EventOf<'instance-rule-in-force'>): void {
  const { draft, at } = context;
  if (!isMirrored(rule.id) || source === draft.community) senseless(context, `${rule.id} is this community's own`);
  const before = draft.rules.get(rule.id) ?? [];
  const last = before.at(-1);
  const renewed = last !== undefined && last.version === rule.version && last.activeTo === undefined;
  if (!renewed && rule.activeFrom.getTime() !== at.getTime()) senseless(context, `${rule.id} reaches back`);
  if (last !== undefined && rule.version < last.version) senseless(context, `${rule.id} had a later version already`);
  const versions = renewed
    ? [...before.slice(0, -1), { ...last, sunsetAt: rule.sunsetAt }]
    : [...endedBy(before, at), rule];
  draft.rules.set(rule.id, versions);
  if (renewed) prolong(context, rule, rule.sunsetAt);
  draft.mirrored.set(rule.id, { source, asOf: asOf.seq });
}

/** Versions of which the last ends at a time, if it has not ended before: intervals never overlap. */
function endedBy(versions: readonly Rule[], at: Date): readonly Rule[] {
  return versions.map((version, index) =>
    index === versions.length - 1 ? { ...version, activeTo: earlier(endOf(version), at) } : version,
  );
}

/** The same versions, with a later end. */
function renew(context: Context, { rules, sunsetAt }: EventOf<'rules-renewed'>): void {
  const { draft, at } = context;
  for (const { rule, version } of rules) {
    const versions = versionsOf(context, rule);
    const last = versions.at(-1);
    if (last?.version !== version || endOf(last) <= at) senseless(context, `${rule} is not in force as it was renewed`);
    draft.rules.set(rule, [...versions.slice(0, -1), { ...last, sunsetAt, renewedAt: at }]);
    prolong(context, last, sunsetAt);
  }
}

/** What a version hides of what existed, it hides as long as it is in force. */
function prolong({ draft }: Context, { id, version }: Rule, until: Date): void {
  for (const post of hiddenUnder(draft, id, version)) {
    const hold = draft.holds.get(post);
    if (hold !== undefined) draft.holds.set(post, { ...hold, until });
  }
}

function versionsOf(context: Context, id: RuleId): readonly Rule[] {
  return context.draft.rules.get(id) ?? senseless(context, `there is no rule ${id}`);
}

/** The proposal whose change has been carried out. */
export function enact(context: Context, id: ProposalId): void {
  const proposal = inPhase(context, id, 'timelock');
  if (isReviewed(proposal)) senseless(context, `${id} comes into force while a jury looks at its procedure`);
  context.draft.proposals.set(id, { ...proposal, phase: { state: 'in-force', since: context.at } });
}

export const rulesHandlers = {
  'rule-in-force': applyRule,
  'rule-repealed': applyRule,
  'rule-expired': applyRule,
  'rules-renewed': applyRule,
  'charter-amended': applyRule,
  'rules-suspended': applyRule,
  'rules-resolved': applyRule,
  'rule-example-added': applyRule,
  'instance-rule-in-force': applyRule,
  'instance-rule-ended': applyRule,
} as const satisfies Handlers<RuleEvent>;
