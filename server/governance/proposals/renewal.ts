import { proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import { matterOf } from '../changes/index.ts';
import { addDays, dayInWords, later } from '../dates.ts';
import type { ProposalStep } from '../due/proposals.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Rule } from '../rules/rule.ts';
import type { CommunityState } from '../state.ts';
import { notDue } from './not-due.ts';
import { durationsFor } from './procedure.ts';
import { renewalTitle } from './titles.ts';

/**
 * Rules that run out within so many days of the first are asked about with it: after the first time all of them run
 * out on one day, so that there is one vote a year (governance.md §3.1, Rule).
 */
const BATCH_DAYS = 30;

/** When members are to be asked which rules go on: some weeks before the first of them runs out. */
export function comingRenewal(state: CommunityState): readonly ProposalStep[] {
  const [first] = awaiting(state);
  if (first === undefined) return [];
  const { ruleRenewalDays } = state.charter.parameters;
  // A rule for so short a time that its renewal would come before it is asked about as soon as it is in force.
  return [{ step: 'call-renewal', at: later(termBegan(first), addDays(first.sunsetAt, -ruleRenewalDays)) }];
}

/** The charter calls one vote for all rules that run out next. */
export function callRenewal({ state, now }: Transition): Result<EventOf<'vote-called'>, 'not-due'> {
  const [due] = comingRenewal(state);
  const [first, ...others] = awaiting(state);
  if (due === undefined || first === undefined || now < due.at) return notDue('the renewal of rules');
  const last = addDays(first.sunsetAt, BATCH_DAYS);
  const rules = [first, ...others.filter(({ sunsetAt }) => sunsetAt <= last)].map(({ id }) => id);
  const change = { kind: 'renew-rules', rules } as const;
  const matter = matterOf(change);
  const { discussionDays } = durationsFor(matter, state.charter.parameters);
  return accepted({
    kind: 'vote-called',
    proposal: proposalId(state.proposals.size + 1),
    title: inEnglish(renewalTitle(rules.length)),
    reasons: `Rules end by themselves after a time, so that what nobody wants any more does not stay. The first of these ends on ${dayInWords(first.sunsetAt)}. Who would keep some of them and not others can propose to repeal or change one meanwhile: it is then left out.`,
    change,
    matter,
    until: addDays(now, discussionDays),
  });
}

/** Rules in force about whose present term nobody has been asked yet, the first to run out first. */
function awaiting(state: CommunityState): readonly Rule[] {
  // Nobody decides any more where the community was.
  if (state.movedTo !== undefined) return [];
  return [...state.rules.values()]
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter((rule) => rule.activeTo === undefined && rule.sunsetAt > state.at && !isAsked(state, rule))
    .sort((a, b) => a.sunsetAt.getTime() - b.sunsetAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Once for each term: what members have let lapse or voted down is not asked again. */
function isAsked({ proposals }: CommunityState, rule: Rule): boolean {
  const began = termBegan(rule);
  return [...proposals.values()].some(
    ({ change, submittedAt }) =>
      change.kind === 'renew-rules' && change.rules.includes(rule.id) && submittedAt >= began,
  );
}

const termBegan = ({ activeFrom, renewedAt }: Rule): Date => renewedAt ?? activeFrom;
