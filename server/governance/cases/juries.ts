import type { Organisation, PersonIri } from '../../community/ids.ts';
import { inEnglish, phrase, type Said, said } from '../../community/said.ts';
import type { JuryOption, JuryWanted } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';
import { jurySizeFor, LEVEL_WORDS, type Level, levelsUpTo, milder, votesNeeded } from './ladder.ts';
import { interimVerdictFor, isInterimAppealed, verdictFor } from './verdict.ts';

const APPEAL_JURY = 9;

type Cited = Case['cited'];

/** What juries are asked about cases. */
export const CASE_QUESTIONS = {
  broke: ({ rule, version }: Cited): Said =>
    said`Did this break rule ${rule}, version ${version}, and if so, what follows from it?`,
  decided: ({ rule, version }: Cited, id: Case['id']): Said =>
    said`Was it right, under rule ${rule}, version ${version}, to decide as was decided in ${id}?`,
  atOnce: ({ rule, version }: Cited, id: Case['id'], measure: string): Said =>
    said`Was it right, under rule ${rule}, version ${version}, to do this at once in ${id}, before it is decided: ${phrase(measure)}?`,
} as const;

/** Cases and appeals that a jury has to judge. */
export function juriesForCases(state: CommunityState): readonly JuryWanted[] {
  return [...state.cases.values()].flatMap((found) => [
    ...asList(wantedFor(state, found)),
    ...asList(interimWanted(state, found)),
  ]);
}

/** Whether a measure at once was right: nine members say yes or no, while the case itself goes on. */
function interimWanted(state: CommunityState, found: Case): JuryWanted | null {
  const { id, interimAppeal, interim, respondent, cited } = found;
  const level = interim && state.sanctions.get(interim)?.level;
  if (!isInterimAppealed(state, found) || interimVerdictFor(state, found) !== null) return null;
  if (interimAppeal === undefined || level === undefined) return null;
  return {
    purpose: { kind: 'interim', case: id },
    since: interimAppeal.filedAt,
    size: APPEAL_JURY,
    question: inEnglish(CASE_QUESTIONS.atOnce(cited, id, LEVEL_WORDS[level].name)),
    options: [
      { id: 'overturn', words: 'No: it is undone. The case itself goes on.', need: 0 },
      { id: 'uphold', words: 'Yes: it stands until its end.', need: votesNeeded(level, APPEAL_JURY) },
    ],
    excluded: excludedFrom(found),
    excludedOrganisations: organisationOf(state, respondent as PersonIri),
  };
}

function wantedFor(state: CommunityState, found: Case): JuryWanted | null {
  if (verdictFor(state, found) !== null) return null;
  const { id, phase, respondent, cited } = found;
  const excluded = {
    excluded: excludedFrom(found),
    excludedOrganisations: organisationOf(state, respondent as PersonIri),
  };
  switch (phase.state) {
    case 'jury':
    case 'demanded': {
      const max = found.referral?.max ?? 0;
      const size = jurySizeFor(max);
      const question = inEnglish(CASE_QUESTIONS.broke(cited));
      const purpose = { kind: 'case', case: id } as const;
      return { purpose, since: phase.since, size, question, options: measures(max, size), ...excluded };
    }
    case 'appealed': {
      const purpose = { kind: 'appeal', case: id } as const;
      const question = inEnglish(CASE_QUESTIONS.decided(cited, id));
      const options = reviews(found.decision?.level ?? 0);
      return { purpose, since: phase.since, size: APPEAL_JURY, question, options, ...excluded };
    }
    default:
      return null;
  }
}

/** The mildest first: nothing, then every measure that is possible. */
function measures(max: Level, size: number): readonly JuryOption[] {
  return [
    { id: 'dismiss', words: 'It broke no rule, or nothing should follow from it.', need: 0 },
    ...levelsUpTo(max).map((level) => ({
      id: `level-${level}`,
      words: `${capital(LEVEL_WORDS[level].name)}: ${LEVEL_WORDS[level].does}.`,
      need: votesNeeded(level, size),
    })),
  ];
}

function reviews(level: Level): readonly JuryOption[] {
  const need = votesNeeded(level, APPEAL_JURY);
  const less = milder(level);
  return [
    { id: 'overturn', words: 'It was wrong: everything is undone.', need: 0 },
    ...(less === null
      ? []
      : [
          {
            id: 'modify',
            words: `It was too severe: ${LEVEL_WORDS[less].name} is enough.`,
            need: votesNeeded(less, APPEAL_JURY),
          },
        ]),
    { id: 'uphold', words: `It was right: ${LEVEL_WORDS[level].name} stands.`, need },
  ];
}

/** Parties, whoever has decided in the case before, and whoever called the jury and told it the facts. Who reported does not stand in the record: the clerk sees to it. */
function excludedFrom({ respondent, decidedBefore, draft, referral }: Case): readonly PersonIri[] {
  const concerned = [draft?.by, referral?.by].filter((one) => one !== undefined) as readonly PersonIri[];
  return [...new Set([respondent as PersonIri, ...decidedBefore, ...concerned])];
}

function organisationOf(state: CommunityState, respondent: PersonIri): readonly Organisation[] {
  const member = state.members.get(respondent);
  return member === undefined ? [] : [member.organisation];
}

const asList = <One>(one: One | null): readonly One[] => (one === null ? [] : [one]);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
