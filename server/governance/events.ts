import { CASES_DATES, CASES_TEXTS, type CaseEvent } from './events/cases.ts';
import { CONVERSATION_DATES, CONVERSATION_TEXTS, type ConversationEvent } from './events/conversation.ts';
import { DELEGATIONS_DATES, type DelegationEvent } from './events/delegations.ts';
import { EMERGENCY_DATES, EMERGENCY_TEXTS, type EmergencyEvent } from './events/emergency.ts';
import { ENFORCEMENT_DATES, ENFORCEMENT_TEXTS, type EnforcementEvent } from './events/enforcement.ts';
import { FEDERATION_DATES, type FederationEvent } from './events/federation.ts';
import type { FreeTexts } from './events/free-texts.ts';
import { HOUSE_DATES, type HouseEvent } from './events/house.ts';
import { JURIES_DATES, type JuryEvent } from './events/juries.ts';
import { MEMBERSHIP_DATES, type MembershipEvent } from './events/membership.ts';
import { PARTICIPATION_DATES, type ParticipationEvent } from './events/participation.ts';
import { PROPOSALS_DATES, PROPOSALS_TEXTS, type ProposalEvent } from './events/proposals.ts';
import { ROLES_DATES, ROLES_TEXTS, type RoleEvent } from './events/roles.ts';
import { RULES_DATES, type RuleEvent } from './events/rules.ts';
import { SECRET_DATES, SECRET_TEXTS, type SecretEvent } from './events/secret.ts';

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
  | ConversationEvent
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
  ...CONVERSATION_DATES,
  ...HOUSE_DATES,
} as const satisfies Readonly<Record<GovernanceEvent['kind'], readonly string[]>>;

/** Where some kinds of event hold texts that can be erased (`record/erasable.ts`). */
export const EVENT_TEXTS = {
  ...PROPOSALS_TEXTS,
  ...ENFORCEMENT_TEXTS,
  ...ROLES_TEXTS,
  ...CASES_TEXTS,
  ...EMERGENCY_TEXTS,
  ...SECRET_TEXTS,
  ...CONVERSATION_TEXTS,
} as const satisfies Readonly<Partial<Record<GovernanceEvent['kind'], readonly string[]>>>;

/** Plain texts that stay, and why. Whatever is neither here nor above does not compile (`NOTHING_FORGOTTEN`). */
const TEXTS_THAT_STAY = {
  /** By these a community is known. */
  'community-founded': [
    ...(['title', 'purpose'] as const),
    ...(['intent.mindset', 'intent.behaviours', 'intent.structures', 'intent.technology'] as const),
  ],
  /** Hashtags by which posts everywhere have a kind. */
  'kind-named': ['tag'],
  'kind-dropped': ['tag'],
  /** Part of the charter, which members adopted. */
  'intent-stated': ['text'],
  /** Written by the program. */
  'proposal-frozen': ['dropped.*.why', 'pinned.secret.issuer', 'pinned.secret.tellers.*.key'],
  'proposal-voided': ['why'],
  'jury-called': ['question', 'options.*.id', 'options.*.words'],
  'jury-vote-counted': ['counted.counts.*.option'],
  'jury-verdict': ['option', 'counted.counts.*.option'],
  'existing-hidden': ['family'],
  'post-held': ['statement.family', 'statement.effect.label'],
  /** The words of a rule, which members adopted. */
  'post-labelled': ['statement.family', 'statement.effect.label', 'label'],
  /** Domains of organisations, which the charter names. */
  'founder-acted': ['act.parameters.signUpDomains'],
  /** Hosts, keys and random numbers, which what is decided or verified rests on. */
  'server-limited': ['server'],
  'relations-ended': ['server'],
  'issuer-accepted': ['organisation', 'key', 'url'],
  'issuer-ended': ['organisation'],
  'seed-revealed': ['secret'],
  'jury-pool-frozen': ['beacon.chain'],
  'beacon-round-given': ['signature'],
  'jury-drawn': ['machine'],
  'teller-key-deposited': ['key'],
  'teller-key-opened': ['key'],
  'inconsistency-seen': ['note'],
  'emergency-declared': ['act.server'],
  /** What whoever runs the machine tried, and why a text is gone, everybody can read: else erasing would hide power. */
  'attempt-refused': ['what', 'target'],
  'text-erased': ['of', 'subject', 'path', 'reason'],
} as const satisfies { readonly [Kind in GovernanceEvent['kind']]?: readonly FreeTexts<EventOf<Kind>>[] };

type Named<Lists, Kind> = Kind extends keyof Lists
  ? Lists[Kind] extends readonly (infer Path)[]
    ? Path
    : never
  : never;
/** Every plain text of every kind that neither list names. */
type Forgotten = {
  [Kind in GovernanceEvent['kind']]: Exclude<
    FreeTexts<EventOf<Kind>>,
    Named<typeof EVENT_TEXTS, Kind> | Named<typeof TEXTS_THAT_STAY, Kind>
  > extends infer Path extends string
    ? `${Kind}: ${Path}`
    : never;
}[GovernanceEvent['kind']];
/** The type checker says here which text of which kind of entry is on no list: say whether it can be erased. */
export const NOTHING_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;
