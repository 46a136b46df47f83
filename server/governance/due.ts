import { type CasesStep, comingCases } from './due/cases.ts';
import { comingDelegations, type DelegationsStep } from './due/delegations.ts';
import { comingEmergency, type EmergencyStep } from './due/emergency.ts';
import { comingFederation, type FederationStep } from './due/federation.ts';
import { comingJuries, type JuriesStep } from './due/juries.ts';
import { comingMembership, type MembershipStep } from './due/membership.ts';
import { comingProposals, type ProposalStep } from './due/proposals.ts';
import { comingRoles, type RolesStep } from './due/roles.ts';
import { comingRules, type RuleStep } from './due/rules.ts';
import { comingSecret, type SecretStep } from './due/secret.ts';
import type { CommunityState } from './state.ts';

/** Something that happens by itself at a time, whoever carries it out. Its other fields say what it is about. */
export type DueStep =
  | MembershipStep
  | ProposalStep
  | RuleStep
  | FederationStep
  | RolesStep
  | CasesStep
  | JuriesStep
  | EmergencyStep
  | DelegationsStep
  | SecretStep;

/** What is due at a time, oldest first. Carrying one out may make others due: ask again after each. */
export function due(state: CommunityState, now: Date): readonly DueStep[] {
  return coming(state).filter(({ at }) => at <= now);
}

/** When the next step is, or was, due; `null` when nothing is under way. */
export function nextDueAt(state: CommunityState): Date | null {
  return coming(state)[0]?.at ?? null;
}

/** Everything that time alone will bring about, oldest first; equal times in an order that does not change. */
function coming(state: CommunityState): readonly DueStep[] {
  const steps: readonly DueStep[] = [
    ...comingMembership(state),
    ...comingProposals(state),
    ...comingRules(state),
    ...comingFederation(state),
    ...comingRoles(state),
    ...comingCases(state),
    ...comingJuries(state),
    ...comingEmergency(state),
    ...comingDelegations(state),
    ...comingSecret(state),
  ];
  return [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
}
