import type { ActorIri, CaseId, RuleId } from '../../community/ids.ts';
import { caseId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addDays } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { versionAt } from '../rules/in-force.ts';
import type { Rule } from '../rules/rule.ts';
import type { CommunityState } from '../state.ts';
import type { Act, Case } from './case.ts';
import { isOver, isSameMatter, judgedKey } from './case.ts';
import { isMilder, type Level, maxLevelOf, mostOf } from './ladder.ts';

/** Why nothing can be made of a report. */
export type OpeningRefusal = 'no-such-rule' | 'not-in-force' | 'too-long-ago' | 'already-judged' | 'nothing-new';

/** What is reported, and by how many. */
export interface Matter {
  readonly respondent: ActorIri;
  readonly acts: readonly [Act, ...Act[]];
  readonly rule: RuleId;
  readonly law?: string | undefined;
  readonly origin: Case['origin'];
}

/** How many reported it, and from how many organisations. */
export interface Reported {
  readonly reports: number;
  readonly organisations: number;
}

/**
 * Opens a case about what was reported; or adds to one that is about the same under the same rule (governance.md
 * §3.1). Refused where no version of the rule was in force when it was done (§3.3, P4), where it was too long ago, and
 * where it has been judged.
 *
 * @param reported by the case it would belong to; `null` for a new one
 */
export function reportMatter({
  state,
  matter,
  reported,
  now,
}: {
  readonly state: CommunityState;
  readonly matter: Matter;
  readonly reported: (existing: Case | null) => Reported;
  readonly now: Date;
}): Result<EventOf<'case-opened' | 'report-merged'>, OpeningRefusal> {
  const found = citable(state, matter, now);
  if (!found.ok) return found;
  const existing = openCaseOn(state, matter);
  const counts = reported(existing);
  if (existing !== null) return merge(existing, matter, counts);
  const { respondent, acts, origin, law } = matter;
  return accepted({
    kind: 'case-opened',
    case: caseId(state.cases.size + 1),
    respondent,
    acts,
    cited: found.value,
    origin,
    ...(law === undefined ? {} : { law }),
    ...counts,
  });
}

/** The version of the rule that was in force when all of it was done; the refusal says which ones there are. */
export function citable(
  state: CommunityState,
  { acts, rule }: Pick<Matter, 'acts' | 'rule'>,
  now: Date,
): Result<RuleCited, OpeningRefusal> {
  const versions = state.rules.get(rule);
  if (versions === undefined) return refused('no-such-rule', said`There is no rule ${rule} here.`);
  const [first] = acts;
  const version = versionAt(state.rules, rule, first.actAt);
  if (version === null || acts.some(({ actAt }) => versionAt(state.rules, rule, actAt)?.version !== version.version)) {
    return refused(
      'not-in-force',
      said`Rule ${rule} was not in force when this was done. A rule judges only what was done while it was in force.`,
    );
  }
  const days = limitationOf(state, version);
  if (acts.every(({ actAt }) => addDays(actAt, days) < now)) {
    return refused(
      'too-long-ago',
      days === 1
        ? 'This was done more than 1 day ago: too long for a case.'
        : said`This was done more than ${days} days ago: too long for a case.`,
    );
  }
  if (acts.every((act) => state.judged.has(judgedKey(act, rule)))) {
    return refused(
      'already-judged',
      'This has been judged under this rule already. Nobody is judged twice for one act.',
    );
  }
  return accepted({ rule, version: version.version });
}

/** For how many days what somebody did can become a case: longer where the rule is about severe things. */
function limitationOf({ charter: { parameters } }: CommunityState, rule: Rule): number {
  return maxLevelOf(rule) >= 4 ? parameters.severeLimitationDays : parameters.limitationDays;
}

/** The case that reports of this belong to: about the same respondent, matter and rule, and not decided yet. */
export function openCaseOn(state: CommunityState, { respondent, acts, rule }: Omit<Matter, 'origin'>): Case | null {
  const fits = (one: Case): boolean =>
    (one.phase.state === 'open' || one.phase.state === 'jury') &&
    one.respondent === respondent &&
    one.cited.rule === rule &&
    one.acts.some((known) => acts.some((act) => isSameMatter(known, act)));
  return [...state.cases.values()].find(fits) ?? null;
}

function merge(existing: Case, { acts }: Matter, counts: Reported): Result<EventOf<'report-merged'>, 'nothing-new'> {
  const fresh = acts.filter((act) => !existing.acts.some(({ evidence }) => evidence === act.evidence));
  // A jury judges what it was called for: what comes later does not change under its hands.
  const added = existing.phase.state === 'open' ? fresh : [];
  if (counts.reports === existing.reports && added.length === 0) {
    return refused('nothing-new', said`This report belongs to ${existing.id}, which knows of it.`);
  }
  return accepted({ kind: 'report-merged', case: existing.id, acts: added, ...counts });
}

/** A report was taken back: the case goes on with those that are left, or ends where nobody else reported it. */
export function withdrawFrom({
  state,
  id,
  reported,
}: {
  readonly state: CommunityState;
  readonly id: CaseId;
  readonly reported: Reported;
}): Result<EventOf<'report-withdrawn'>, 'no-such-case' | 'nothing-new'> {
  const found = state.cases.get(id);
  if (found === undefined) return refused('no-such-case', said`There is no case ${id} here.`);
  if (isOver(found) || found.phase.state === 'decided' || found.reports === reported.reports) {
    return refused('nothing-new', 'Nothing changes about this case any more.');
  }
  return accepted({ kind: 'report-withdrawn', case: id, acts: [], ...reported });
}

/** The version by which a case is judged now, and how far it lets a measure go. */
export interface JudgedBy {
  readonly cited: RuleCited;
  readonly max: Level;
  /** For how many days the most severe measure may last, where the rule says so. */
  readonly days?: number;
}

/** A later, milder version wins over the one that was in force when it was done (governance.md §3.3). */
export function judgedBy(state: CommunityState, { cited }: Pick<Case, 'cited'>, now: Date): JudgedBy {
  const versions = state.rules.get(cited.rule) ?? [];
  const [first, ...later] = versions.filter(({ version, activeFrom }) => version >= cited.version && activeFrom <= now);
  if (first === undefined) throw new Error(`there is no version ${cited.version} of ${cited.rule}`);
  const rule = later.reduce((mildest, one) => (isMilder(mostOf(one), mostOf(mildest)) ? one : mildest), first);
  const { level: max, days } = mostOf(rule);
  return { cited: { rule: rule.id, version: rule.version }, max, ...(days === undefined ? {} : { days }) };
}

/** For how many days the rule lets a measure last, where it says so: it says it of the most severe one alone. */
export const daysUnder = ({ max, days }: JudgedBy, level: Level | null): number | undefined =>
  level === max ? days : undefined;
