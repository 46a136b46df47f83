import type { CaseModel, EvidenceModel } from '../../../views/pages/case.ts';
import type { CaseBrief } from '../../../views/pages/cases.ts';
import type { Option } from '../../../views/parts/field.ts';
import { CASE_HISTORY } from '../../../views/words/case-standing.ts';
import { MEASURE_CHOICES, MEASURES } from '../../../views/words/measures.ts';
import type { Say } from '../../../views/words/speaking.ts';
import { hasReportedCase } from '../../actions/cases.ts';
import { isGenuine } from '../../actions/evidence.ts';
import type { House } from '../../actions/house.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import { appealableInterim, demandUntil } from '../../governance/cases/appeal.ts';
import type { Case } from '../../governance/cases/case.ts';
import type { DecidedBy } from '../../governance/cases/decision.ts';
import { type Insight, insightInto, seesReporters } from '../../governance/cases/insight.ts';
import { type Level, levelsUpTo } from '../../governance/cases/ladder.ts';
import { confirmMeasure, judging } from '../../governance/cases/moderate.ts';
import { judgedBy } from '../../governance/cases/open.ts';
import { verdictOn } from '../../governance/juries/jury.ts';
import { actsAs } from '../../governance/roles/role.ts';
import type { Governed } from '../governed.ts';
import { happenedIn, originWords, standsWords } from './case-words.ts';
import { citeRule } from './change.ts';
import { namesIn } from './names.ts';

type Seen = { readonly found: Case; readonly insight: Insight };

/** The cases that the viewer may see, newest first. */
export function casesSeen({ state, viewer, now, brief }: Governed): readonly Seen[] {
  return [...state.cases.values()]
    .flatMap((found): readonly Seen[] => {
      const insight = insightInto(state, found, viewer?.iri ?? null, now);
      // A community that is for its members alone shows others nothing but what is about themselves.
      return insight === null || (brief.closed === true && insight === 'nameless') ? [] : [{ found, insight }];
    })
    .reverse();
}

/** Cases for a list. */
export async function caseBriefs(
  house: House,
  governed: Governed,
  seen: readonly Seen[],
  say: Say,
): Promise<readonly CaseBrief[]> {
  const { state, community } = governed;
  const named = seen.filter(({ insight }) => insight !== 'nameless').map(({ found }) => found.respondent);
  const nameOf = await namesIn(house, state, named);
  const pages = house.addresses.page;
  return seen.map(({ found, insight }) => ({
    id: found.id,
    path: pages.case(community.name, found.id),
    rule: citation(house, governed, found),
    openedAt: found.openedAt,
    stands: standsWords(found, say),
    ...(insight === 'nameless' ? {} : { about: nameOf(found.respondent) }),
  }));
}

function citation({ addresses }: House, { state, community }: Governed, { cited }: Case) {
  const title = state.rules.get(cited.rule)?.find(({ version }) => version === cited.version)?.title;
  return citeRule(
    { pages: addresses.page, handle: community.name },
    { id: cited.rule, version: cited.version, ...(title === undefined ? {} : { title }) },
  );
}

/** A case as its page shows it to one viewer. */
export async function caseModel(
  house: House,
  governed: Governed,
  { found, insight }: Seen,
  say: Say,
): Promise<Omit<CaseModel, 'shell' | 'form'>> {
  const { state, community, brief, viewer, now } = governed;
  const by = viewer?.iri ?? null;
  const members = found.decision?.decidedBy.by === 'moderators' ? found.decision.decidedBy.members : [];
  const reports = insight === 'all' ? await house.reports.inCase(community.iri, found.id) : [];
  const reporters = by !== null && seesReporters(state, found, by, now) ? await reportersOf(house, reports) : undefined;
  const people: readonly ActorIri[] = [
    found.respondent,
    ...members,
    ...(reporters ?? []),
    ...(found.draft ? [found.draft.by] : []),
  ];
  const nameOf = await namesIn(house, state, people);
  const rule = state.rules.get(found.cited.rule)?.find(({ version }) => version === found.cited.version);
  const shown = insight === 'all' || insight === 'own' || insight === 'juror';
  const { decision, appeal = found.interimAppeal } = found;
  return {
    community: brief,
    id: found.id,
    path: house.addresses.page.case(community.name, found.id),
    rule: citation(house, governed, found),
    ...(rule === undefined ? {} : { ruleText: rule.text[rule.authoritative] ?? '' }),
    ...(found.law === undefined ? {} : { law: found.law }),
    ...(insight === 'nameless' ? {} : { about: nameOf(found.respondent) }),
    origin: originWords(found, insight === 'all', say),
    stands: standsWords(found, say),
    happened: happenedIn(state, found, say),
    evidence: shown ? await evidenceOf(house, found) : [],
    said: reports.map(({ text }) => text).filter((text) => text !== ''),
    ...(reporters === undefined ? {} : { reporters: reporters.map(nameOf) }),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            measure: say.text(decision.level === null ? CASE_HISTORY.nothing : MEASURES[decision.level]),
            ...(decision.until === undefined ? {} : { until: decision.until }),
            facts: insight === 'nameless' ? '' : decision.facts,
            ...juryOf(house, governed, decision.decidedBy),
            members: insight === 'nameless' ? [] : members.map(nameOf),
            ...inTheirPlace(state, found),
            foundByProgram: decision.automation.detection,
            ...(found.phase.state === 'decided' ? { appealUntil: found.phase.appealUntil } : {}),
          },
        }),
    ...(shown && appeal ? { appealWords: appeal.words } : {}),
    ...(by === null ? {} : await moderating(house, governed, { found, by, nameOf, say })),
    ...(insight === 'own' ? responding(governed, found) : {}),
  };
}

/** The jury that decided, and for members where it is. */
function juryOf(
  { addresses }: House,
  { community, member }: Governed,
  decidedBy: DecidedBy,
): Pick<NonNullable<CaseModel['decision']>, 'jury'> {
  if (decidedBy.by !== 'jury') return {};
  const { jury: id } = decidedBy;
  return { jury: { id, ...(member === null ? {} : { path: addresses.page.jury(community.name, id) }) } };
}

/** The jury that a respondent demanded, once it has judged. */
function inTheirPlace(state: Governed['state'], { id, referral }: Case): { readonly inTheirPlace?: string } {
  if (referral?.why !== 'demanded') return {};
  const verdict = verdictOn(state, { kind: 'case', case: id });
  return verdict === null ? {} : { inTheirPlace: verdict.jury };
}

async function reportersOf({ reports }: House, all: Awaited<ReturnType<House['reports']['inCase']>>) {
  const hidden = await Promise.all(all.map(({ id }) => reports.hidden(id)));
  return hidden.flatMap(({ reporter }) => reporter ?? []);
}

async function evidenceOf(house: House, { acts }: Case): Promise<readonly EvidenceModel[]> {
  const found = await Promise.all(acts.map(({ evidence }) => house.evidence.byHash(evidence)));
  return found.flatMap((one) =>
    one === null
      ? []
      : [
          {
            sanitisedHtml: one.html,
            at: one.at,
            hash: one.hash,
            genuine: isGenuine(one),
            ...(one.title === undefined ? {} : { title: one.title }),
          },
        ],
  );
}

interface Moderating {
  readonly found: Case;
  readonly by: PersonIri;
  readonly nameOf: (iri: ActorIri) => NonNullable<CaseModel['about']>;
  readonly say: Say;
}

/** What a moderator may do in a case; the decisions themselves are asked. */
async function moderating(
  house: House,
  { state, community, now }: Governed,
  { found, by, nameOf, say }: Moderating,
): Promise<Pick<CaseModel, 'decide' | 'confirm' | 'whyNot'>> {
  if (found.phase.state !== 'open' || !actsAs(state, by, 'moderator', now)) return {};
  const isReporter = await hasReportedCase(house, { community: community.iri, case: found.id, by });
  const acting = { state, case: found.id, by, now, isReporter };
  const may = judging(acting);
  if (!may.ok) return { whyNot: sentenceOf(may.refusal) };
  const { draft } = found;
  const agreeable = draft !== undefined && confirmMeasure(acting).ok;
  const named = draft && say.text(MEASURES[draft.level]);
  const measure = draft?.interim && named ? say.text(CASE_HISTORY.measureAtOnce, { measure: named }) : named;
  return {
    decide: { levels: levelOptions(judgedBy(state, found, now).max, say) },
    ...(agreeable && draft && measure ? { confirm: { by: nameOf(draft.by), measure, facts: draft.facts } } : {}),
  };
}

function levelOptions(max: Level, say: Say): readonly Option[] {
  const measures = levelsUpTo(max).map((level) => ({
    value: String(level),
    label: say.text(MEASURE_CHOICES[level]),
  }));
  return [{ value: 'dismiss', label: say.text(MEASURE_CHOICES.none) }, ...measures];
}

function responding({ state, now }: Governed, found: Case): Pick<CaseModel, 'demand' | 'appeal'> {
  const demand = demandUntil(state, found);
  const { phase, sanction } = found;
  const interim = appealableInterim(state, found, now)?.until;
  if (interim !== undefined) return { appeal: interim };
  return {
    ...(demand !== null && now < demand ? { demand } : {}),
    ...(phase.state === 'decided' && sanction !== undefined && now < phase.appealUntil
      ? { appeal: phase.appealUntil }
      : {}),
  };
}
