import type { PersonIri } from '../../community/ids.ts';
import { inEnglish, type Said, said } from '../../community/said.ts';
import type { JuryWanted } from '../juries/jury.ts';
import type { Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';
import { isReviewed, purposeOf, VOID } from './challenge.ts';

const SIZE = 7;
/** Of seven, as for other decisions of weight (governance.md §3.4): fewer, and the vote stands. */
const VOTES_TO_VOID = 5;

/** What a jury is asked about a vote. */
export const keptToProcedure = ({ id, title }: Pick<Proposal, 'id' | 'title'>): Said =>
  said`Did the vote on ${id}, “${title}”, keep to the charter’s procedure? What it decided is not asked.`;

/** Passed proposals whose procedure enough members have challenged. */
export function juriesForChallenges(state: CommunityState): readonly JuryWanted[] {
  return [...state.proposals.values()].flatMap(juryFor);
}

function juryFor(proposal: Proposal): readonly JuryWanted[] {
  const { id, title, challenge } = proposal;
  if (challenge?.opened === undefined || !isReviewed(proposal)) return [];
  return [
    {
      purpose: purposeOf(id),
      since: challenge.opened,
      size: SIZE,
      question: inEnglish(keptToProcedure({ id, title })),
      options: [
        { id: 'valid', words: 'The procedure was kept: it comes into force', need: SIZE - VOTES_TO_VOID + 1 },
        { id: VOID, words: 'The procedure was not kept: it is void', need: VOTES_TO_VOID },
      ],
      excluded: [...new Set(partiesTo(proposal))],
      // A vote is everybody's: were the parties' organisations left out, hardly anybody would be left.
      excludedOrganisations: [],
    },
  ];
}

/** Those who wrote what was adopted or lost, and those who say that it was done wrongly. */
function partiesTo({ by, alternatives = [], challenge }: Proposal): readonly PersonIri[] {
  const authors = [by, ...alternatives.map((text) => text.by)] as readonly PersonIri[];
  return [...authors, ...(challenge?.signatures ?? []).map((one) => one.by)];
}
