import type { CaseId, SanctionId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { later } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { type JuryPurpose, type Verdict, verdictOn } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';
import type { Case, ReviewOutcome } from './case.ts';
import { type Decision, makeDecision } from './decision.ts';
import { endOf, type Level, milder } from './ladder.ts';
import { appealUntil, groundOf, nextSanction } from './moderate.ts';
import { daysUnder, judgedBy } from './open.ts';
import { runs } from './sanction.ts';

/** What a jury is asked in a case now; `null` when none is. */
export function purposeOf({ id, phase }: Case): JuryPurpose | null {
  if (phase.state === 'appealed') return { kind: 'appeal', case: id };
  return phase.state === 'jury' || phase.state === 'demanded' ? { kind: 'case', case: id } : null;
}

/** The verdict that is waiting to be carried out in a case, or `null`. */
export function verdictFor(state: CommunityState, found: Case): Verdict | null {
  const purpose = purposeOf(found);
  return purpose === null ? null : verdictOn(state, purpose);
}

/** The verdict on a measure that was taken at once, as long as it is not carried out; `null` where none is waiting. */
export function interimVerdictFor(state: CommunityState, found: Case): Verdict | null {
  return isInterimAppealed(state, found) ? verdictOn(state, { kind: 'interim', case: found.id }) : null;
}

/** Whether a jury still has to say whether a measure at once was right: also when it is over, unless it was undone. */
export function isInterimAppealed({ sanctions }: CommunityState, { interim, interimAppeal }: Case): boolean {
  if (interim === undefined || interimAppeal === undefined || interimAppeal.outcome !== undefined) return false;
  return sanctions.get(interim)?.state !== 'overturned';
}

/** A jury has looked at a measure that was taken at once: it goes on to its end, or is undone. */
export function carryOutInterimVerdict({
  state,
  case: id,
}: Transition<{ readonly case: CaseId }>): Result<EventOf<'review-decided'>, 'not-due'> {
  const found = state.cases.get(id);
  const verdict = found && interimVerdictFor(state, found);
  const sanction = found?.interim === undefined ? undefined : state.sanctions.get(found.interim);
  if (!found || !verdict || !sanction) return refused('not-due', said`There is no verdict in ${id} to be carried out.`);
  const upheld = verdict.option === 'uphold';
  return accepted({
    kind: 'review-decided',
    case: id,
    of: 'interim',
    outcome: upheld ? 'upheld' : 'overturned',
    jury: verdict.jury,
    level: upheld ? sanction.level : null,
  });
}

/** A verdict takes effect by itself. */
export function carryOutVerdict({
  state,
  case: id,
  now,
}: Transition<{ readonly case: CaseId }>): Result<
  EventOf<'case-dismissed' | 'sanction-imposed' | 'review-decided'>,
  'not-due' | 'incomplete-decision'
> {
  const found = state.cases.get(id);
  const verdict = found && verdictFor(state, found);
  if (!found || !verdict) return refused('not-due', said`There is no verdict in ${id} to be carried out.`);
  if (found.phase.state === 'jury') return firstDecision(state, found, verdict, now);
  return accepted(review(state, found, verdict, now));
}

/** `dismiss`, or `level-3`: the measure that a jury chose. Anything else counts as the mildest. */
export function levelChosen(option: string): Level | null {
  const level = /^level-([0-5])$/.exec(option)?.[1];
  return level === undefined ? null : (Number(level) as Level);
}

function firstDecision(
  state: CommunityState,
  found: Case,
  verdict: Verdict,
  now: Date,
): Result<EventOf<'case-dismissed' | 'sanction-imposed'>, 'incomplete-decision'> {
  const most = judgedBy(state, found, now);
  const { max } = most;
  const chosen = levelChosen(verdict.option);
  const allowed = Math.min(max, found.referral?.max ?? max) as Level;
  const level = chosen === null ? null : (Math.min(chosen, allowed) as Level);
  const until = level === null ? undefined : endOf(level, now, state.charter.parameters, [daysUnder(most, level)]);
  const made: Result<Decision, 'incomplete-decision'> = makeDecision({
    ...groundOf(state, found, now),
    level,
    ...(until === undefined ? {} : { until }),
    facts: factsOf(found, verdict),
    decidedBy: { by: 'jury', jury: verdict.jury },
  });
  if (!made.ok) return made;
  const decision = made.value;
  if (level === null) return accepted({ kind: 'case-dismissed', case: found.id, decision });
  const { id, respondent } = found;
  const sanction = nextSanction(state);
  return accepted({ kind: 'sanction-imposed', case: id, sanction, respondent, decision: { ...decision, level } });
}

function factsOf({ referral }: Case, { hung }: Verdict): string {
  const end = hung ? 'The jury could not agree on more, so the milder outcome stands.' : 'The jury agreed to this.';
  return [referral?.facts ?? '', end].filter(Boolean).join(' ');
}

/** What becomes of a sanction that a jury has looked at again. */
function review(state: CommunityState, found: Case, verdict: Verdict, now: Date): EventOf<'review-decided'> {
  const of = found.phase.state === 'appealed' ? 'appeal' : 'demand';
  const before = found.decision?.level ?? 0;
  const level = of === 'appeal' ? afterAppeal(verdict.option, before) : afterDemand(verdict.option, before);
  const outcome: ReviewOutcome = level === null ? 'overturned' : level < before ? 'modified' : 'upheld';
  const until = outcome === 'modified' && level !== null ? endAfterReview(state, found, level, now) : undefined;
  return {
    kind: 'review-decided',
    case: found.id,
    of,
    outcome,
    jury: verdict.jury,
    level,
    ...(until === undefined ? {} : { until }),
    ...(of === 'demand' && level !== null ? { appealUntil: appealUntil(state, found, now) } : {}),
  };
}

function afterAppeal(option: string, before: Level): Level | null {
  if (option === 'uphold') return before;
  return option === 'modify' ? milder(before) : null;
}

/** A jury in the moderators' place takes no more than they did: nobody is worse off for having asked. */
function afterDemand(option: string, before: Level): Level | null {
  const chosen = levelChosen(option);
  return chosen === null ? null : (Math.min(chosen, before) as Level);
}

/** A milder measure is reckoned from when the first one began: what was served of that counts. */
function endAfterReview(state: CommunityState, { sanction }: Case, level: Level, now: Date): Date | undefined {
  const imposedAt = (sanction && state.sanctions.get(sanction)?.imposedAt) ?? now;
  const end = endOf(level, imposedAt, state.charter.parameters);
  return end === undefined ? undefined : later(end, now);
}

/** What was stayed and is upheld goes on where it stopped. */
export function resumeSanction({
  state,
  sanction: id,
  now,
}: Transition<{ readonly sanction: SanctionId }>): Result<EventOf<'sanction-resumed'>, 'not-due'> {
  const sanction = state.sanctions.get(id);
  if (sanction === undefined || !isUpheld(state, id)) return refused('not-due', 'Nothing is resumed now.');
  const { until, stayedAt } = sanction;
  const left = until === undefined || stayedAt === undefined ? undefined : until.getTime() - stayedAt.getTime();
  const resumed = left === undefined ? {} : { until: new Date(now.getTime() + Math.max(0, left)) };
  return accepted({ kind: 'sanction-resumed', sanction: id, ...resumed });
}

/** Whether a sanction waits although a jury has upheld it. */
export function isUpheld({ sanctions, cases }: CommunityState, id: SanctionId): boolean {
  const sanction = sanctions.get(id);
  const phase = sanction && cases.get(sanction.case)?.phase.state;
  return sanction?.state === 'stayed' && (phase === 'decided' || phase === 'final');
}

/** A measure ends by itself when its time is over (P7). */
export function endSanction({
  state,
  sanction: id,
  now,
}: Transition<{ readonly sanction: SanctionId }>): Result<EventOf<'sanction-ended'>, 'not-due'> {
  const sanction = state.sanctions.get(id);
  if (!sanction || !runs(sanction) || sanction.until === undefined || sanction.until > now) {
    return refused('not-due', 'No sanction ends now.');
  }
  return accepted({ kind: 'sanction-ended', sanction: id, how: 'time-over' });
}
