import type { CaseId } from '../../community/ids.ts';
import { appealableInterim } from '../cases/appeal.ts';
import type { Act, Case } from '../cases/case.ts';
import { judgedKey } from '../cases/case.ts';
import { MOST_AT_ONCE, MOST_BY_ONE, MOST_BY_TWO } from '../cases/ladder.ts';
import { judgedBy } from '../cases/open.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { CaseEvent } from '../events/cases.ts';
import type { EventOf } from '../events.ts';
import { versionAt } from '../rules/in-force.ts';
import type { Handlers } from './handlers.ts';
import { applyReview, applySanction, impose, lift, stay } from './sanctions.ts';

function propose(context: Context, { case: id, kind: _, ...proposed }: EventOf<'measure-proposed'>): void {
  const found = caseIn(context, id, 'open');
  context.draft.cases.set(id, { ...found, draft: proposed });
}

function appeal(context: Context, { case: id, of, words, verdictBy }: EventOf<'appeal-filed'>): void {
  const { draft, at } = context;
  if (of === 'interim') {
    const measured = caseIn(context, id, 'open', 'jury');
    if (appealableInterim(draft, measured, at) === null) senseless(context, `${id} has no measure at once to appeal`);
    draft.cases.set(id, { ...measured, interimAppeal: { filedAt: at, words, verdictBy } });
    return;
  }
  const found = caseIn(context, id, 'decided');
  const phase = { state: 'appealed', since: at } as const;
  draft.cases.set(id, { ...found, phase, appeal: { filedAt: at, words, verdictBy } });
}

function close(context: Context, event: EventOf<'case-closed'>): void {
  const found = caseIn(context, event.case, 'decided');
  context.draft.cases.set(found.id, { ...found, phase: { state: 'final', at: context.at } });
}

function appealHold({ draft, at, seq }: Context, { post, words }: EventOf<'hold-appealed'>): void {
  if (!draft.holds.has(post)) senseless({ seq }, `${post} is not held`);
  draft.holdAppeals.set(post, { at, words });
}

/** The case, if it is where the event needs it. */
function caseIn(context: Context, id: CaseId, ...states: readonly Case['phase']['state'][]): Case {
  const found = context.draft.cases.get(id);
  if (found === undefined || !states.includes(found.phase.state)) senseless(context, `${id} is in no such state`);
  return found;
}

/** No case by a version that was not in force when the act was done (P4). */
function open(context: Context, event: EventOf<'case-opened'>): void {
  const { draft, at } = context;
  const { case: id, kind: _, acts: all, ...rest } = event;
  const [first, ...more] = all;
  if (id !== `C-${draft.cases.size + 1}`) senseless(context, `${id} is no new case`);
  if (first === undefined) senseless(context, `${id} is about nothing`);
  for (const act of all) inForce(context, event.cited, act);
  const acts = [first, ...more] as const;
  draft.cases.set(id, { id, ...rest, acts, openedAt: at, phase: { state: 'open' }, decidedBefore: [] });
}

function inForce(context: Context, { rule, version }: Case['cited'], { actAt }: Act): void {
  if (versionAt(context.draft.rules, rule, actAt)?.version === version) return;
  senseless(context, `${rule}, version ${version}, was not in force at the time of the act`);
}

function count(context: Context, event: EventOf<'report-merged' | 'report-withdrawn'>): void {
  const { draft, at } = context;
  const { case: id, acts, reports, organisations } = event;
  const found = caseIn(context, id, 'open', 'jury');
  for (const act of acts) inForce(context, found.cited, act);
  const counted: Case = { ...found, acts: [...found.acts, ...acts], reports, organisations };
  if (reports > 0 || found.origin === 'own-initiative') {
    draft.cases.set(id, counted);
    return;
  }
  if (found.interim !== undefined) lift(context, found.interim);
  draft.cases.set(id, { ...counted, phase: { state: 'withdrawn', at } });
}

function dismiss(context: Context, { case: id, decision }: EventOf<'case-dismissed'>): void {
  const { draft, at } = context;
  const found = caseIn(context, id, 'open', 'jury');
  if (decision.level !== null) senseless(context, `${id} is dismissed with a measure`);
  if (decision.decidedBy.by === 'jury') judge(context, found);
  if (found.interim !== undefined) lift(context, found.interim);
  draft.cases.set(id, { ...withoutDraft(found), decision, phase: { state: 'final', at } });
}

/** Never more than the rule and whoever decides allow (P5), never by a program (P10), and once for an act (§3.3). */
function decide(context: Context, event: EventOf<'sanction-imposed'>): void {
  const { draft, at } = context;
  const { decision, interim = false, case: id } = event;
  const found = caseIn(context, id, 'open', 'jury');
  const { cited, max } = judgedBy(draft, found, at);
  if (decision.cited.rule !== cited.rule || decision.cited.version !== cited.version) {
    senseless(context, `${id} is judged by another version`);
  }
  if (decision.level > Math.min(max, powerOf(event))) senseless(context, `${id}: the measure is too severe`);
  if (interim) {
    if (found.interim !== undefined) senseless(context, `${id} has a second measure at once`);
    impose(context, found, event);
    const measure = { interim: event.sanction, interimFacts: decision.facts };
    draft.cases.set(id, { ...withoutDraft(found), ...measure, decidedBefore: deciders(found, event) });
    return;
  }
  judge(context, found);
  const before = found.interim === undefined ? undefined : draft.sanctions.get(found.interim);
  if (before !== undefined && before.state !== 'overturned') lift(context, before.id, 'ended');
  impose(context, found, event);
  draft.cases.set(id, {
    ...withoutDraft(found),
    decision,
    sanction: event.sanction,
    decidedBefore: deciders(found, event),
    phase: { state: 'decided', appealUntil: decision.redress.appealUntil },
  });
}

/** Everybody who has decided in a case so far. */
function deciders(
  { decidedBefore }: Case,
  { decision: { decidedBy } }: EventOf<'sanction-imposed'>,
): Case['decidedBefore'] {
  return [...new Set([...decidedBefore, ...(decidedBy.by === 'moderators' ? decidedBy.members : [])])];
}

/** The most severe measure that whoever decided may take. */
function powerOf({ decision: { decidedBy }, interim }: EventOf<'sanction-imposed'>): number {
  if (decidedBy.by === 'jury') return 5;
  const several = new Set(decidedBy.members).size >= 2;
  if (interim) return several ? MOST_AT_ONCE : -1;
  if (decidedBy.members.length === 0) return -1;
  return several ? MOST_BY_TWO : MOST_BY_ONE;
}

function judge(context: Context, { acts, cited, id }: Case): void {
  const { draft } = context;
  const keys = acts.map((act) => judgedKey(act, cited.rule));
  if (keys.every((key) => draft.judged.has(key))) senseless(context, `${id} judges what was judged before`);
  for (const key of keys) draft.judged.add(key);
}

function callJury(context: Context, { case: id, why, by, max, facts }: EventOf<'case-referred'>): void {
  const { draft, at } = context;
  const found = caseIn(context, id, why === 'demanded' ? 'decided' : 'open');
  const referral = { max, facts, why, ...(by === undefined ? {} : { by }) };
  if (why !== 'demanded') {
    draft.cases.set(id, { ...withoutDraft(found), referral, phase: { state: 'jury', since: at } });
    return;
  }
  if (found.referral !== undefined) senseless(context, `${id} has had its jury`);
  if (found.sanction !== undefined) stay(context, found.sanction);
  draft.cases.set(id, { ...found, referral, phase: { state: 'demanded', since: at } });
}

const withoutDraft = ({ draft: _, ...found }: Case): Case => found;

/** The members let her come back: what kept her out is over; she joins again, or not, as she likes. */
function readmit(context: Context, { member, proposal }: EventOf<'member-readmitted'>): void {
  for (const sanction of context.draft.sanctions.values()) {
    if (sanction.respondent !== member || sanction.level !== 5 || sanction.state !== 'active') continue;
    lift(context, sanction.id, 'ended');
  }
  const found = context.draft.proposals.get(proposal);
  if (found?.phase.state !== 'timelock') senseless(context, `${proposal} is not about to take effect`);
  context.draft.proposals.set(proposal, { ...found, phase: { state: 'in-force', since: context.at } });
}

export const casesHandlers = {
  'case-opened': open,
  'report-merged': count,
  'report-withdrawn': count,
  'measure-proposed': propose,
  'case-dismissed': dismiss,
  'sanction-imposed': decide,
  'case-referred': callJury,
  'appeal-filed': appeal,
  'review-decided': applyReview,
  'sanction-ended': applySanction,
  'sanction-stayed': applySanction,
  'sanction-resumed': applySanction,
  'case-closed': close,
  'hold-appealed': appealHold,
  'member-readmitted': readmit,
} as const satisfies Handlers<CaseEvent>;
