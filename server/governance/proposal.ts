import type { CommunityIri, Digest, Organisation, PersonIri, PostIri, ProposalId, RuleId } from '../community/ids.ts';
import type { CharterParameters } from './charter.ts';
import type { RuleDraft } from './rules/rule.ts';
import type { ServerLevel } from './servers.ts';
import type { Tally } from './tally/tally.ts';

/** What a proposal would change, carried out by the software when it comes into force. */
export type Change =
  | { readonly kind: 'adopt-rule'; readonly rule: RuleDraft }
  | { readonly kind: 'amend-rule'; readonly id: RuleId; readonly rule: RuleDraft }
  | { readonly kind: 'repeal-rule'; readonly id: RuleId }
  | { readonly kind: 'amend-charter'; readonly parameters: Partial<CharterParameters> }
  /** `none` takes back what was decided about the server. */
  | { readonly kind: 'limit-server'; readonly server: string; readonly level: ServerLevel | 'none' }
  | { readonly kind: 'link-community' | 'unlink-community'; readonly community: CommunityIri }
  | { readonly kind: 'move-community'; readonly target: CommunityIri };

/** The kind of matter decides method, quorum and duration (governance.md §3.2). */
export type Matter = 'ordinary' | 'charter';

/** The roll of a vote as it was frozen: who may vote, how many count for the quorum. */
export interface Roll {
  readonly entries: readonly RollEntry[];
  /** Merkle root over the entries in canonical order. */
  readonly root: Digest;
  /** N: the active members on the roll; the quorum is taken from it. */
  readonly active: number;
}

export interface RollEntry {
  readonly member: PersonIri;
  readonly organisation: Organisation;
  readonly active: boolean;
}

/** What is pinned when the text is frozen: nothing of it changes until the vote is over. */
export interface Pinned {
  readonly textHash: Digest;
  readonly rollRoot: Digest;
  readonly rollSize: number;
  readonly active: number;
  readonly organisations: number;
  readonly quorum: number;
  readonly method: 'yes-no';
  readonly matter: Matter;
  readonly charterVersion: number;
}

/** Where a proposal stands (governance.md §3.1). Each state carries the time at which it ends by itself. */
export type Phase =
  | { readonly state: 'seconding'; readonly until: Date }
  | { readonly state: 'discussion'; readonly until: Date }
  | { readonly state: 'frozen'; readonly until: Date }
  | { readonly state: 'voting'; readonly until: Date; readonly extended: Extended }
  /** The vote is over, the ballots are being counted: a moment, unless the machine stops in it. */
  | { readonly state: 'counting'; readonly endedAt: Date }
  | { readonly state: 'timelock'; readonly until: Date }
  | { readonly state: 'in-force'; readonly since: Date }
  | { readonly state: 'rejected'; readonly at: Date }
  | { readonly state: 'lapsed'; readonly at: Date; readonly why: 'not-seconded' | 'quorum'; readonly refileFrom?: Date }
  | { readonly state: 'withdrawn'; readonly at: Date }
  | { readonly state: 'voided'; readonly at: Date; readonly why: string };

/** Which of the two extensions a vote has had; each happens at most once. */
export interface Extended {
  readonly quorum: boolean;
  readonly late: boolean;
}

export interface Proposal {
  readonly id: ProposalId;
  readonly title: string;
  /** Why, in the proposer's words; plain text. */
  readonly reasons: string;
  readonly change: Change;
  readonly matter: Matter;
  readonly by: PersonIri;
  readonly submittedAt: Date;
  readonly secondsNeeded: number;
  readonly organisationsNeeded: number;
  readonly seconds: readonly { readonly by: PersonIri; readonly organisation: Organisation }[];
  readonly phase: Phase;
  readonly pinned?: Pinned;
  readonly votingOpenedAt?: Date;
  readonly votingEndedAt?: Date;
  /** The `Question` through which people elsewhere vote. */
  readonly question?: PostIri;
  readonly outcome?: { readonly tally: Tally; readonly ballots: number; readonly boardRoot: Digest };
}
