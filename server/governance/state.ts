import type {
  CommunityIri,
  Digest,
  Organisation,
  PersonIri,
  PostIri,
  ProposalId,
  RuleId,
  SanctionId,
} from '../community/ids.ts';
import type { RuleCited } from '../community/post.ts';
import type { CasesState } from './cases/state.ts';
import type { Charter } from './charter.ts';
import type { ConversationState } from './conversation/state.ts';
import type { DelegationsState } from './delegations/state.ts';
import type { EmergencyState } from './emergency/state.ts';
import type { HouseState } from './house/state.ts';
import type { Intent } from './intent.ts';
import type { JuriesState } from './juries/state.ts';
import type { ParticipationState } from './participation/state.ts';
import type { Proposal } from './proposal.ts';
import type { RolesState } from './roles/state.ts';
import type { Rule } from './rules/rule.ts';
import type { RulesState } from './rules/state.ts';
import type { SecretState } from './secret/state.ts';
import type { ServerLimit } from './servers.ts';
import type { Issuer } from './voices/issuer.ts';

/**
 * A community's state: what its record says, and nothing else. It can be thrown away and rebuilt from the record at
 * any time (property P12). Dates, not timers: what is due follows from it and the time.
 *
 * Collections are maps and sets; what is inside them is never changed, only replaced (`draft.ts`).
 */
export interface CommunityState
  extends RolesState,
    CasesState,
    JuriesState,
    EmergencyState,
    DelegationsState,
    SecretState,
    RulesState,
    ParticipationState,
    ConversationState,
    HouseState {
  readonly community: CommunityIri;
  /** The last entry applied; 0 before the founding. */
  readonly seq: number;
  /** That entry's hash; 64 zeros before the founding. */
  readonly head: Digest;
  /** That entry's time. */
  readonly at: Date;
  readonly founder: PersonIri;
  readonly title: string;
  readonly purpose: string;
  readonly provisionalUntil: Date;
  readonly charter: Charter;
  /** Every version there ever was, oldest first: a vote goes on under the one that was pinned for it. */
  readonly charters: readonly Charter[];
  readonly members: ReadonlyMap<PersonIri, Member>;
  /** Accounts on this server that members let in, where this is its home community. */
  readonly accountsLetIn: ReadonlySet<PersonIri>;
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  /** Every version that ever was in force, oldest first. */
  readonly rules: ReadonlyMap<RuleId, readonly Rule[]>;
  /** Holds that have not ended. */
  readonly holds: ReadonlyMap<PostIri, Hold>;
  /**
   * What rules have dealt with, so that no act is sanctioned twice (`actKey`). An act is a post as it was received:
   * an edit is a new one.
   */
  readonly dealtWith: ReadonlySet<string>;
  /** What was decided about other servers, by host. */
  readonly servers: ReadonlyMap<string, ServerLimit>;
  /** Communities that this one has decided to be linked with. */
  readonly links: ReadonlyMap<CommunityIri, { readonly since: Date; readonly proposal: ProposalId }>;
  /** Issuers of organisations whose tokens are taken here, by organisation. */
  readonly issuers: ReadonlyMap<string, Issuer & { readonly since: Date; readonly proposal: ProposalId }>;
  /** Lists of servers, by address, whose entries the members have decided to look at. */
  readonly lists: ReadonlyMap<string, { readonly since: Date; readonly proposal: ProposalId }>;
  /** What it sets out to change. */
  readonly intent?: Intent;
  /** The community it began as a fork of. */
  readonly forkedFrom?: CommunityIri;
  readonly membersOnly?: true;
  readonly admission?: 'request' | 'invitation';
  /** Where the community has moved to, by decision. */
  readonly movedTo?: CommunityIri;
}

export interface Hold {
  readonly cited: RuleCited;
  readonly until: Date;
  /** Of a post from before the rule: its fingerprint when it was hidden. Such a hold ends with the rule. */
  readonly existing?: Digest;
}

export interface Member {
  readonly member: PersonIri;
  /** What she counts for. */
  readonly organisation: Organisation;
  /** Her home server's host, where that is another (`homeOf`). */
  readonly host?: Organisation;
  /** What she has chosen to count for, and does not yet. */
  readonly chosen?: { readonly organisation: Organisation; readonly countsFrom: Date };
  readonly joinedAt: Date;
  /** Set when she left; joining again starts a new tenure. */
  readonly leftAt?: Date;
  /** The sanction under which her membership rests: she neither writes nor votes nor decides until it ends. */
  readonly suspendedBy?: SanctionId;
  /** The sanction by which she was removed; overturned, she is a member as before. */
  readonly removedBy?: SanctionId;
  /** Her last act in the record (joining, proposing, seconding): part of what makes her active. */
  readonly lastActAt: Date;
  /** Names of hers before she moved, oldest first: a roll frozen before knows her by one of them. */
  readonly formerly?: readonly PersonIri[];
}
