import type {
  CommunityIri,
  Digest,
  JuryId,
  OptionId,
  Organisation,
  PersonIri,
  PostIri,
  ProposalId,
  RuleId,
} from '../community/ids.ts';
import type { CharterParameters } from './charter.ts';
import type { SkippedWhy } from './events/roles.ts';
import type { IntentHeading } from './intent.ts';
import type { Confirmed } from './participation/sample.ts';
import type { Role } from './roles/role.ts';
import type { RuleDraft } from './rules/rule.ts';
import type { SecretSetup } from './secret/setup.ts';
import type { ServerLevel } from './servers.ts';
import type { Count, Tally } from './tally/tally.ts';
import type { Delegated } from './tally/votes.ts';
import type { Issuer } from './voices/issuer.ts';

/** What a proposal would change, carried out by the software when it comes into force. */
export type Change =
  | { readonly kind: 'adopt-rule'; readonly rule: RuleDraft }
  | { readonly kind: 'amend-rule'; readonly id: RuleId; readonly rule: RuleDraft }
  | { readonly kind: 'repeal-rule'; readonly id: RuleId }
  | { readonly kind: 'amend-charter'; readonly parameters: Partial<CharterParameters> }
  /** What the community sets out to change, said anew under one of the charter's headings. */
  | { readonly kind: 'state-intent'; readonly heading: IntentHeading; readonly text: string }
  /** `none` takes back what was decided about the server. */
  | { readonly kind: 'limit-server'; readonly server: string; readonly level: ServerLevel | 'none' }
  | { readonly kind: 'link-community' | 'unlink-community'; readonly community: CommunityIri }
  | { readonly kind: 'move-community'; readonly target: CommunityIri }
  /** What a list of servers kept elsewhere says is shown to the members for review; nothing of it applies by itself. */
  | { readonly kind: 'follow-list' | 'unfollow-list'; readonly list: string }
  /** Tokens of an organisation's issuer are taken here: whoever holds one may speak without a name. */
  | ({ readonly kind: 'accept-issuer' } & Issuer)
  | { readonly kind: 'end-issuer'; readonly organisation: string }
  /** Members are elected to the seats of a role that are empty, or become so. */
  | { readonly kind: 'elect'; readonly role: Role; readonly seats: number }
  /** Somebody loses a role before her term is over. */
  | { readonly kind: 'recall'; readonly role: Role; readonly member: PersonIri }
  /** What the founder did provisionally stands. */
  | { readonly kind: 'ratify' }
  /** Somebody who was removed may come back. */
  | { readonly kind: 'readmit'; readonly member: PersonIri }
  /** Rules that are about to run out go on for another term. */
  | { readonly kind: 'renew-rules'; readonly rules: readonly RuleId[] };

/** The kind of matter decides method, quorum and duration (governance.md §3.2). */
export type Matter = 'ordinary' | 'federation' | 'recall' | 'seats' | 'charter';

/** How a vote is cast and counted: yes, no or abstain; several texts in order; several people for several seats. */
export type Method = 'yes-no' | 'schulze' | 'stv';

/** Something that a ranked vote chooses between. */
export interface Option {
  /** `T-1` … for texts, `N-1` … for nominees; `status-quo` and `reopen` (nominations) for leaving it. */
  readonly id: OptionId;
  readonly words: string;
}

/** Another text for the same question, put beside the proposal's own before its text is frozen. */
export interface Alternative {
  /** `T-2`, `T-3` …; `T-1` is the proposal's own text. */
  readonly id: OptionId;
  readonly by: PersonIri;
  readonly title: string;
  readonly reasons: string;
  readonly change: Change;
  readonly at: Date;
  /** So many other members must want it on the ballot: one, where there is one who could. */
  readonly secondsNeeded: number;
  readonly seconds: readonly PersonIri[];
}

/** A text that did not come to the vote, and why. */
export interface Dropped {
  readonly id: OptionId;
  readonly title: string;
  readonly by: Proposal['by'];
  /** A sentence. */
  readonly why: string;
}

/** Members say that a passed vote did not keep to the procedure (governance.md §3.1, Timelock). */
export interface Challenge {
  readonly signatures: readonly { readonly by: PersonIri; readonly ground: string; readonly at: Date }[];
  /** Q(1,5) of the roll's active members. */
  readonly needed: number;
  /** When the last signature that was missing came: a jury is asked, and until it answers nothing comes into force. */
  readonly opened?: Date;
  readonly decided?: {
    readonly at: Date;
    readonly kept: boolean;
    /** The jury that looked at it; absent where none answered in time. */
    readonly jury?: JuryId;
  };
}

/** Somebody who stands for a role. */
export interface Nominee {
  readonly id: OptionId;
  readonly member: PersonIri;
  readonly organisation: Organisation;
  /** In her own words; may be empty. */
  readonly statement: string;
}

/** What members who could vote say against a result; it stands with it (promise.md, 40). */
export interface MinorityStatement {
  readonly by: PersonIri;
  readonly text: string;
  readonly at: Date;
  /** Others who could vote and say the same, in the order in which they signed. */
  readonly signatures: readonly PersonIri[];
}

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
  readonly method: Method;
  /** For ranked methods: what is chosen between, the status quo or “reopen nominations” last. */
  readonly options?: readonly Option[];
  /** For an election: how many are elected at most. */
  readonly seats?: number;
  /** For secret votes. */
  readonly secret?: SecretSetup;
  readonly matter: Matter;
  readonly charterVersion: number;
}

/** Where a proposal stands (governance.md §3.1). Each state carries the time at which it ends by itself. */
export type Phase =
  /** Members stand, or are asked to stand, for a role. */
  | { readonly state: 'nomination'; readonly until: Date }
  | { readonly state: 'seconding'; readonly until: Date }
  | { readonly state: 'discussion'; readonly until: Date }
  | { readonly state: 'frozen'; readonly until: Date }
  | { readonly state: 'voting'; readonly until: Date; readonly extended: Extended }
  /** The vote is over, the ballots are being counted: a moment, unless the machine stops in it. */
  | { readonly state: 'counting'; readonly endedAt: Date }
  | { readonly state: 'timelock'; readonly until: Date }
  | { readonly state: 'in-force'; readonly since: Date }
  | { readonly state: 'rejected'; readonly at: Date }
  | {
      readonly state: 'lapsed';
      readonly at: Date;
      readonly why: 'not-seconded' | 'nobody-stood' | 'quorum' | 'not-counted';
      readonly refileFrom?: Date;
    }
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
  /** Who proposed it; the community itself, where its charter called the vote. */
  readonly by: PersonIri | CommunityIri;
  readonly submittedAt: Date;
  readonly secondsNeeded: number;
  readonly organisationsNeeded: number;
  readonly seconds: readonly { readonly by: PersonIri; readonly organisation: Organisation }[];
  readonly phase: Phase;
  /** Competing texts that stand; from the freeze on, those that are voted on. */
  readonly alternatives?: readonly Alternative[];
  readonly dropped?: readonly Dropped[];
  readonly nominees?: readonly Nominee[];
  readonly pinned?: Pinned;
  readonly votingOpenedAt?: Date;
  readonly votingEndedAt?: Date;
  /** Who votes for whom here, where she did not vote herself: as it stood when the vote ended. */
  readonly delegations?: readonly Delegated[];
  /** The `Question` through which people elsewhere vote. */
  readonly question?: PostIri;
  readonly challenge?: Challenge;
  readonly outcome?: {
    readonly tally: Tally;
    readonly ballots: number;
    readonly boardRoot: Digest;
    /** Of people who are not on the roll: told apart, and not counted. */
    readonly others?: Count;
    readonly confirmed?: readonly Confirmed[];
  };
  /** After the close; a statement is named by its place, from 1. */
  readonly minority?: readonly MinorityStatement[];
  /** Elected, and passed over when the seats were filled. */
  readonly notSeated?: readonly { readonly member: PersonIri; readonly why: SkippedWhy }[];
}
