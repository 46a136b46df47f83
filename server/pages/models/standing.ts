import type { ChangeModel, ProposalModel } from '../../../views/pages/proposal.ts';
import type { StandingModel } from '../../../views/parts/standing.ts';
import type { PersonIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { memberOf } from '../../governance/membership.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { recallAfter } from '../../governance/roles/recalls.ts';
import { stand } from '../../governance/roles/standing.ts';
import { hasTenure } from '../../governance/roll.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { NameOf } from './names.ts';

interface Facts {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly viewer: PersonIri | null;
  readonly now: Date;
  readonly nameOf: NameOf;
}

/** What an election's page says about those who stand, and a recall's about her answer, with her name. */
export function electionModel(
  facts: Facts & { readonly change: ChangeModel },
): Pick<ProposalModel, 'standing' | 'answer' | 'change'> {
  const { change: described, nameOf } = facts;
  const { change } = facts.proposal;
  if (change.kind === 'elect') return { change: described, standing: standingModel(facts) };
  if (change.kind !== 'recall') return { change: described };
  const answer = answerTo(facts);
  const sentence = `${nameOf(change.member).name} would no longer be ${change.role}.`;
  return { change: { ...described, sentence }, ...(answer === undefined ? {} : { answer }) };
}

function answerTo({ state, proposal }: Facts): string | undefined {
  return [...state.petitions.values()].find((petition) => recallAfter(state, petition)?.id === proposal.id)?.answer;
}

function standingModel({ state, proposal, viewer, now, nameOf }: Facts): StandingModel {
  const { phase, nominees = [] } = proposal;
  const shown = nominees.map(({ member, statement }) => ({ author: nameOf(member), statement }));
  if (phase.state !== 'nomination' || phase.until <= now) return { nominees: shown };
  const member = viewer && memberOf(state, viewer);
  return {
    nominees: shown,
    open: {
      until: phase.until,
      viewer: howSheStands(state, proposal, viewer, now),
      mayNominate: member !== null && hasTenure(state, member, now),
    },
  };
}

function howSheStands(
  state: CommunityState,
  { id, nominees = [] }: Proposal,
  viewer: PersonIri | null,
  now: Date,
): NonNullable<StandingModel['open']>['viewer'] {
  if (viewer === null) return { state: 'may-not', why: said`Members stand here. Sign in, if you are one.` };
  if (nominees.some(({ member }) => member === viewer)) return { state: 'stands' };
  const asked = stand({ state, proposal: id, by: viewer, statement: '', now });
  if (!asked.ok) return { state: 'may-not', why: sentenceOf(asked.refusal) };
  return { state: state.asked.get(id)?.some(({ member }) => member === viewer) ? 'asked' : 'may' };
}
