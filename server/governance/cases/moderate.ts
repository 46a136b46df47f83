import type { CaseId, PersonIri, SanctionId } from '../../community/ids.ts';
import { sanctionId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { phrase, type Said, said } from '../../community/said.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { plainWords } from '../plain-words.ts';
import { actsAs, holdersOf } from '../roles/role.ts';
import { amountOf } from '../rules/vocabulary.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';
import { type Decision, LONGEST_FACTS, makeDecision } from './decision.ts';
import { endOf, isLevel, LEVEL_WORDS, type Level, MOST_AT_ONCE, MOST_BY_ONE, MOST_BY_TWO } from './ladder.ts';
import { daysUnder, judgedBy } from './open.ts';

/** Why a moderator may not do something in a case. */
export type ModerationRefusal =
  | 'no-such-case'
  | 'not-yours-to-judge'
  | 'not-open'
  | 'too-severe'
  | 'takes-two'
  | 'takes-a-jury'
  | 'incomplete-decision'
  | 'nothing-proposed';

/** Somebody who acts in a case. */
export interface Acting {
  readonly state: CommunityState;
  readonly case: CaseId;
  readonly by: PersonIri;
  readonly now: Date;
  /** Whether she is among those who reported it: only the clerk's papers say so. */
  readonly isReporter: boolean;
}

/** What somebody wants to do about it. */
export interface Wanted {
  readonly level: Level | null;
  readonly days?: number | undefined;
  readonly facts: string;
  /** Taken at once, for some hours, before anything is decided. */
  readonly interim?: true | undefined;
}

/** The case, if somebody may judge in it as a moderator: never her own, nor one of her organisation's or her own report
 * where there is another moderator (governance.md §3.4). */
export function judging({ state, case: id, by, now, isReporter }: Acting): Result<Case, ModerationRefusal> {
  const found = state.cases.get(id);
  if (found === undefined) return refused('no-such-case', said`There is no case ${id} here.`);
  if (!actsAs(state, by, 'moderator', now)) {
    return refused('not-yours-to-judge', 'Moderators decide cases, and juries. You are no moderator here.');
  }
  if (by === found.respondent) return refused('not-yours-to-judge', 'This case is about you: others decide it.');
  if (isReporter && othersThan(state, found, by, now).length > 0) {
    return refused('not-yours-to-judge', 'You reported this: another moderator decides it.');
  }
  const impartial = othersThan(state, found, by, now).filter(
    (other) => organisationIn(state, other) !== sideOf(state, found),
  );
  if (organisationIn(state, by) === sideOf(state, found) && impartial.length > 0) {
    return refused(
      'not-yours-to-judge',
      'This is about somebody of your own organisation: another moderator decides it.',
    );
  }
  return found.phase.state === 'open'
    ? accepted(found)
    : refused('not-open', said`${id} is no longer for the moderators to decide.`);
}

/** One moderator decides: dismisses the case, or takes a measure that one may take. */
export function decideCase(
  acting: Acting & Wanted,
): Result<EventOf<'case-dismissed' | 'sanction-imposed' | 'measure-proposed'>, ModerationRefusal> {
  const may = judging(acting);
  if (!may.ok) return may;
  const { state, now, level, interim } = acting;
  if (level !== null && !isLevel(level)) return refused('incomplete-decision', 'Choose one of the measures.');
  if (level === null) return dismiss(acting, may.value);
  const max = judgedBy(state, may.value, now).max;
  if (level > max) {
    return refused('too-severe', said`The rule allows at most ${named(max)}; ${named(level)} is more.`);
  }
  if (interim) return proposeAtOnce(acting, may.value, level);
  if (level > MOST_BY_TWO) return refused('takes-a-jury', said`Only a jury decides about ${named(level)}. Call one.`);
  if (level > MOST_BY_ONE) return accepted(proposal(acting, level));
  return impose(acting, may.value, { level, members: [acting.by] });
}

/** A second moderator agrees to what the first one proposes: from another organisation, where there are two. */
export function confirmMeasure(acting: Acting): Result<EventOf<'sanction-imposed'>, ModerationRefusal> {
  const may = judging(acting);
  if (!may.ok) return may;
  const { draft } = may.value;
  const { state, by, now } = acting;
  if (draft === undefined) return refused('nothing-proposed', 'No other moderator has proposed anything here.');
  if (draft.by === by) return refused('takes-two', 'You proposed this yourself: it takes another moderator.');
  if (!actsAs(state, draft.by, 'moderator', now)) {
    return refused('nothing-proposed', 'Whoever proposed this is a moderator no more. Propose it yourself.');
  }
  const wanted = draft.interim === true || organisationsOf(state, may.value, now) >= 2;
  if (wanted && organisationIn(state, by) === organisationIn(state, draft.by)) {
    return refused('takes-two', 'It takes two moderators from different organisations.');
  }
  const { level, days, facts, interim } = draft;
  return impose({ ...acting, days, facts, interim }, may.value, { level, members: [draft.by, by] });
}

function dismiss(acting: Acting & Wanted, found: Case): Result<EventOf<'case-dismissed'>, ModerationRefusal> {
  const made = decision(acting, found, { level: null, members: [acting.by] });
  return made.ok ? accepted({ kind: 'case-dismissed', case: found.id, decision: made.value }) : made;
}

function proposeAtOnce(acting: Acting & Wanted, found: Case, level: Level) {
  if (level > MOST_AT_ONCE) return refused('takes-a-jury', 'Nobody is removed at once. Call a jury.');
  if (level < 2) return refused('too-severe', 'This needs no hurry: decide it.');
  if (found.interim !== undefined) {
    return refused('too-severe', 'There was a measure at once in this case already; a second one is not possible.');
  }
  return accepted(proposal(acting, level));
}

function proposal({ case: id, by, facts, days, interim }: Acting & Wanted, level: Level): EventOf<'measure-proposed'> {
  return {
    kind: 'measure-proposed',
    case: id,
    by,
    level,
    facts: plainWords(facts, LONGEST_FACTS),
    ...(days === undefined ? {} : { days }),
    ...(interim ? { interim } : {}),
  };
}

function impose(
  acting: Acting & Pick<Wanted, 'days' | 'facts' | 'interim'>,
  found: Case,
  { level, members }: { readonly level: Level; readonly members: readonly PersonIri[] },
): Result<EventOf<'sanction-imposed'>, ModerationRefusal> {
  const made = decision(acting, found, { level, members });
  if (!made.ok) return made;
  return accepted({
    kind: 'sanction-imposed',
    case: found.id,
    sanction: nextSanction(acting.state),
    respondent: found.respondent,
    decision: { ...made.value, level },
    ...(acting.interim ? { interim: true } : {}),
  });
}

export const nextSanction = ({ sanctions }: CommunityState): SanctionId => sanctionId(sanctions.size + 1);

function decision(
  { state, now, days, facts, interim }: Acting & Pick<Wanted, 'days' | 'facts' | 'interim'>,
  found: Case,
  { level, members }: { readonly level: Level | null; readonly members: readonly PersonIri[] },
): Result<Decision, ModerationRefusal> {
  const { parameters } = state.charter;
  const most = daysUnder(judgedBy(state, found, now), level);
  const ends = level === null ? undefined : endOf(level, now, parameters, [days, most]);
  const until = interim ? addHours(now, parameters.interimHours) : ends;
  return makeDecision({
    ...groundOf(state, found, now),
    level,
    ...(until === undefined ? {} : { until }),
    // What is done at once can be appealed as long as it lasts; what is decided later, by itself.
    ...(interim && until !== undefined ? { redress: { appealUntil: until } } : {}),
    facts,
    decidedBy: { by: 'moderators', members },
  });
}

/** What every decision in a case rests on, whoever decides. */
export function groundOf(state: CommunityState, found: Case, now: Date) {
  const { cited } = judgedBy(state, found, now);
  return {
    cited,
    ...(found.law === undefined ? {} : { law: found.law }),
    evidence: found.acts.map(({ evidence }) => evidence),
    automation: { detection: false, decision: false },
    redress: { appealUntil: appealUntil(state, found, now) },
  } as const;
}

/** Where the law of the state is at stake, the EU's Digital Services Act gives six months (Art. 20). */
const APPEAL_DAYS_UNDER_LAW = 180;

export function appealUntil({ charter }: CommunityState, { law }: Case, now: Date): Date {
  const { appealDays } = charter.parameters;
  return addDays(now, law === undefined ? appealDays : Math.max(appealDays, APPEAL_DAYS_UNDER_LAW));
}

/** A moderator, or a clerk, calls the jury that a severe measure takes. */
export function callJury(
  acting: Acting & { readonly max: Level; readonly facts: string },
): Result<EventOf<'case-referred'>, ModerationRefusal> {
  const may = judging(acting);
  if (!may.ok) return may;
  const { state, now, max, by, facts } = acting;
  const allowed = judgedBy(state, may.value, now).max;
  if (!isLevel(max) || max > allowed) {
    return refused('too-severe', said`The rule allows at most ${named(allowed)}.`);
  }
  const written = plainWords(facts, LONGEST_FACTS);
  if (written === '') return refused('incomplete-decision', 'Say what the jury is to judge by.');
  return accepted({ kind: 'case-referred', case: may.value.id, why: 'referred', by, max, facts: written });
}

/** What nobody has decided in time is for a jury: so nobody is protected by moderators who look away. */
export function callOverdueJury({
  state,
  case: id,
  now,
}: Transition<{ readonly case: CaseId }>): Result<EventOf<'case-referred'>, 'not-due'> {
  const found = state.cases.get(id);
  if (found?.phase.state !== 'open' || overdueAt(state, found) > now) return refused('not-due', 'No jury is due here.');
  const days = amountOf(state.charter.parameters.appealVerdictDays, ['day', 'days']);
  const facts = `The moderators did not decide this within ${days}.`;
  return accepted({ kind: 'case-referred', case: id, why: 'not-decided', max: judgedBy(state, found, now).max, facts });
}

export const overdueAt = ({ charter }: CommunityState, { openedAt }: Case): Date =>
  addDays(openedAt, charter.parameters.appealVerdictDays);

/** Other moderators who might decide a case. */
function othersThan(state: CommunityState, { respondent }: Case, by: PersonIri, now: Date): readonly PersonIri[] {
  return holdersOf(state, 'moderator', now)
    .map(({ member }) => member)
    .filter((member) => member !== by && member !== respondent);
}

const named = (level: Level): Said => phrase(LEVEL_WORDS[level].name);

const organisationIn = (state: CommunityState, person: PersonIri) => state.members.get(person)?.organisation;
const sideOf = (state: CommunityState, { respondent }: Case) => organisationIn(state, respondent as PersonIri);

/** From how many organisations the moderators are who might decide a case. */
function organisationsOf(state: CommunityState, { respondent }: Case, now: Date): number {
  const holders = holdersOf(state, 'moderator', now).filter(({ member }) => member !== respondent);
  return new Set(holders.map(({ organisation }) => organisation)).size;
}
