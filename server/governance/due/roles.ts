import type { PersonIri, PetitionId, ProposalId } from '../../community/ids.ts';
import { electionDueAt } from '../roles/elections.ts';
import { actsLapseAt, ratificationDueAt } from '../roles/ratification.ts';
import { petitionDueAt } from '../roles/recalls.ts';
import { ROLES, type Role } from '../roles/role.ts';
import { termEndsAt } from '../roles/terms.ts';
import type { CommunityState } from '../state.ts';

export type RolesStep =
  | { readonly step: 'call-ratification' | 'lapse-acts'; readonly at: Date }
  | { readonly step: 'call-election'; readonly role: Role; readonly at: Date }
  | { readonly step: 'nobody-stood'; readonly proposal: ProposalId; readonly at: Date }
  | { readonly step: 'end-term'; readonly role: Role; readonly member: PersonIri; readonly at: Date }
  | { readonly step: 'call-recall' | 'lapse-petition'; readonly petition: PetitionId; readonly at: Date };

/** The end of the founder's time and of terms, elections that are due, petitions that are complete or have lapsed. */
export function comingRoles(state: CommunityState): readonly RolesStep[] {
  return [
    ...at(ratificationDueAt(state), (at) => ({ step: 'call-ratification', at })),
    ...at(actsLapseAt(state), (at) => ({ step: 'lapse-acts', at })),
    ...ROLES.flatMap((role) => termsOf(state, role)),
    ...ROLES.flatMap((role) => at(electionDueAt(state, role), (at) => ({ step: 'call-election', role, at }))),
    ...electionsWithoutAnybody(state),
    ...petitions(state),
  ];
}

function termsOf(state: CommunityState, role: Role): readonly RolesStep[] {
  return (state.holders.get(role) ?? []).map((holder) => {
    return { step: 'end-term', role, member: holder.member, at: termEndsAt(state, holder) };
  });
}

function electionsWithoutAnybody({ proposals }: CommunityState): readonly RolesStep[] {
  return [...proposals.values()].flatMap(({ id, phase, nominees }): readonly RolesStep[] =>
    phase.state === 'nomination' && !nominees?.length ? [{ step: 'nobody-stood', proposal: id, at: phase.until }] : [],
  );
}

function petitions(state: CommunityState): readonly RolesStep[] {
  return [...state.petitions.values()].flatMap((petition) =>
    at(petitionDueAt(state, petition), (at) => {
      const holds = state.holders.get(petition.role)?.some(({ member }) => member === petition.member);
      const calls = petition.completedAt !== undefined && holds === true;
      return { step: calls ? 'call-recall' : 'lapse-petition', petition: petition.id, at };
    }),
  );
}

const at = (time: Date | null, step: (at: Date) => RolesStep): readonly RolesStep[] =>
  time === null ? [] : [step(time)];
