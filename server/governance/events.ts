import { CASES_DATES, type CaseEvent } from './events/cases.ts';
import { DELEGATIONS_DATES, type DelegationEvent } from './events/delegations.ts';
import { EMERGENCY_DATES, type EmergencyEvent } from './events/emergency.ts';
import { ENFORCEMENT_DATES, ENFORCEMENT_TEXTS, type EnforcementEvent } from './events/enforcement.ts';
import { FEDERATION_DATES, type FederationEvent } from './events/federation.ts';
import { HOUSE_DATES, type HouseEvent } from './events/house.ts';
import { JURIES_DATES, type JuryEvent } from './events/juries.ts';
import { MEMBERSHIP_DATES, type MembershipEvent } from './events/membership.ts';
import { PARTICIPATION_DATES, type ParticipationEvent } from './events/participation.ts';
import { PROPOSALS_DATES, PROPOSALS_TEXTS, type ProposalEvent } from './events/proposals.ts';
import { ROLES_DATES, type RoleEvent } from './events/roles.ts';
import { RULES_DATES, type RuleEvent } from './events/rules.ts';
import { SECRET_DATES, type SecretEvent } from './events/secret.ts';

export type { StatementOfReasons } from './events/enforcement.ts';

/**
 * Everything that can stand in a community's record: what was decided, by whom, in which capacity. The state of a
 * community is what one gets by applying its events in order; nothing else changes it. Each area of governance has a
 * file of its own in `events/`, another in `apply/`, and where time alone brings something about, in `due/`.
 */
export type GovernanceEvent =
  | MembershipEvent
  | ProposalEvent
  | RuleEvent
  | FederationEvent
  | EnforcementEvent
  | RoleEvent
  | CaseEvent
  | JuryEvent
  | EmergencyEvent
  | DelegationEvent
  | SecretEvent
  | ParticipationEvent
  | HouseEvent;

/** The events of one kind. */
export type EventOf<Kind extends GovernanceEvent['kind']> = Extract<GovernanceEvent, { readonly kind: Kind }>;

/** Where each kind of event holds dates. */
export const EVENT_DATES = {
  ...MEMBERSHIP_DATES,
  ...PROPOSALS_DATES,
  ...RULES_DATES,
  ...FEDERATION_DATES,
  ...ENFORCEMENT_DATES,
  ...ROLES_DATES,
  ...CASES_DATES,
  ...JURIES_DATES,
  ...EMERGENCY_DATES,
  ...DELEGATIONS_DATES,
  ...SECRET_DATES,
  ...PARTICIPATION_DATES,
  ...HOUSE_DATES,
} as const satisfies Readonly<Record<GovernanceEvent['kind'], readonly string[]>>;

/** Where some kinds of event hold texts that can be erased (`record/erasable.ts`). */
export const EVENT_TEXTS = {
  ...PROPOSALS_TEXTS,
  ...ENFORCEMENT_TEXTS,
} as const satisfies Readonly<Partial<Record<GovernanceEvent['kind'], readonly string[]>>>;
