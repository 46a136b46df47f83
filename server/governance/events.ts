import type {
  ActorIri,
  CommunityIri,
  Digest,
  Organisation,
  PersonIri,
  PostIri,
  ProposalId,
  RuleId,
} from '../community/ids.ts';
import type { RuleCited } from '../community/post.ts';
import type { Charter } from './charter.ts';
import type { Change, Matter, Pinned } from './proposal.ts';
import type { AutoEffect, Rule } from './rules/rule.ts';
import type { ServerLevel } from './servers.ts';
import type { Tally } from './tally/tally.ts';

/**
 * Everything that can stand in a community's record: what was decided, by whom, in which capacity. The state of a
 * community is what one gets by applying its events in order; nothing else changes it.
 */
export type GovernanceEvent =
  | {
      readonly kind: 'community-founded';
      readonly community: CommunityIri;
      readonly by: PersonIri;
      readonly title: string;
      readonly purpose: string;
      readonly charter: Charter;
      /** The founder's acts are provisional until then, or until ten members are active, whichever is first. */
      readonly provisionalUntil: Date;
      /** What is written in it is for its members alone. */
      readonly membersOnly?: true;
      /** One becomes a member when a member lets one in. */
      readonly admission?: 'request';
    }
  | {
      readonly kind: 'member-joined';
      readonly member: PersonIri;
      readonly organisation: Organisation;
      /** The member who let her in, where the community asks for one. */
      readonly admittedBy?: PersonIri;
    }
  /** Her account moved: membership, tenure and what she proposed stay hers under the new name. */
  | {
      readonly kind: 'member-moved';
      readonly from: PersonIri;
      readonly to: PersonIri;
      readonly organisation: Organisation;
    }
  | { readonly kind: 'member-left'; readonly member: PersonIri }
  | {
      readonly kind: 'proposal-submitted';
      readonly proposal: ProposalId;
      readonly by: PersonIri;
      readonly title: string;
      readonly reasons: string;
      readonly change: Change;
      readonly matter: Matter;
      readonly secondsNeeded: number;
      /** From how many organisations the seconds must come: two, where the members who can second come from two. */
      readonly organisationsNeeded: number;
      /** When the time for seconds is over. */
      readonly until: Date;
      /** Set when nobody else could second: discussion begins at once and runs until then. */
      readonly discussionUntil?: Date;
    }
  | {
      readonly kind: 'proposal-seconded';
      readonly proposal: ProposalId;
      readonly by: PersonIri;
      readonly organisation: Organisation;
      /** Set by the second that was still missing: discussion runs until then. */
      readonly discussionUntil?: Date;
    }
  | { readonly kind: 'proposal-withdrawn'; readonly proposal: ProposalId; readonly by: PersonIri }
  | {
      readonly kind: 'proposal-frozen';
      readonly proposal: ProposalId;
      readonly pinned: Pinned;
      readonly votingFrom: Date;
    }
  | {
      readonly kind: 'voting-opened';
      readonly proposal: ProposalId;
      readonly question: PostIri;
      readonly until: Date;
    }
  | {
      readonly kind: 'voting-extended';
      readonly proposal: ProposalId;
      readonly why: 'quorum' | 'late-quorum';
      readonly until: Date;
    }
  | { readonly kind: 'voting-ended'; readonly proposal: ProposalId }
  | {
      readonly kind: 'proposal-decided';
      readonly proposal: ProposalId;
      readonly tally: Tally;
      readonly ballots: number;
      readonly boardRoot: Digest;
      /** For a passed proposal: when it comes into force by itself. */
      readonly inForceFrom?: Date;
      /** For a lapsed one: when the same may be proposed again. */
      readonly refileFrom?: Date;
    }
  | { readonly kind: 'proposal-lapsed'; readonly proposal: ProposalId; readonly refileFrom: Date }
  | { readonly kind: 'proposal-voided'; readonly proposal: ProposalId; readonly why: string }
  | { readonly kind: 'rule-in-force'; readonly proposal: ProposalId; readonly rule: Rule }
  | { readonly kind: 'rule-repealed'; readonly proposal: ProposalId; readonly rule: RuleId }
  | { readonly kind: 'rule-expired'; readonly rule: RuleId; readonly version: number }
  | { readonly kind: 'charter-amended'; readonly proposal: ProposalId; readonly charter: Charter }
  | {
      readonly kind: 'server-limited';
      readonly proposal: ProposalId;
      readonly server: string;
      readonly level: ServerLevel | 'none';
    }
  /** A suspension lasted so long that what it severed does not come back. */
  | { readonly kind: 'relations-ended'; readonly server: string }
  | {
      readonly kind: 'community-linked' | 'community-unlinked';
      readonly proposal: ProposalId;
      readonly community: CommunityIri;
    }
  | { readonly kind: 'community-moved'; readonly proposal: ProposalId; readonly target: CommunityIri }
  | { readonly kind: 'post-held'; readonly statement: StatementOfReasons; readonly until: Date }
  | {
      readonly kind: 'hold-ended';
      readonly post: PostIri;
      readonly how: 'time-over' | 'released';
      readonly by?: PersonIri;
    }
  | { readonly kind: 'post-labelled'; readonly statement: StatementOfReasons; readonly label: string }
  | {
      readonly kind: 'attempt-refused';
      /** The operator keeps the machine running and governs nothing: whatever else is tried stands here. */
      readonly by: 'operator';
      readonly what: string;
      readonly target: string;
      readonly through: 'command' | 'http';
    };

/** The events of one kind. */
export type EventOf<Kind extends GovernanceEvent['kind']> = Extract<GovernanceEvent, { readonly kind: Kind }>;

/** Why somebody was restricted: the fields of Article 17 of the EU's Digital Services Act, as far as a post goes. */
export interface StatementOfReasons {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it was received. */
  readonly evidence: Digest;
  readonly cited: RuleCited;
  readonly effect: AutoEffect;
  /** When the act was done, as this server received it; the rule was in force then. */
  readonly actAt: Date;
  /** What was found, in a sentence. */
  readonly facts: string;
  readonly automated: true;
  readonly decidedBy: 'rule';
}
