import type {
  Digest,
  EmergencyId,
  JuryId,
  OptionId,
  Organisation,
  PersonIri,
  PostIri,
  ProposalId,
} from '../../community/ids.ts';
import type { Confirmed } from '../participation/sample.ts';
import type { Change, Matter, Pinned } from '../proposal.ts';
import type { Count, Tally } from '../tally/tally.ts';
import type { Delegated } from '../tally/votes.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** What is proposed and voted on, step by step. */
export type ProposalEvent =
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
  /** The charter itself calls for a vote: nobody has to second it. */
  | {
      readonly kind: 'vote-called';
      readonly proposal: ProposalId;
      readonly title: string;
      /** Why it is called, in a sentence or two. */
      readonly reasons: string;
      readonly change: Change;
      readonly matter: Matter;
      /** Until when people stand (for an election), or it is discussed (for anything else). */
      readonly until: Date;
      /** The emergency measure it is about. */
      readonly emergency?: EmergencyId;
    }
  | {
      readonly kind: 'proposal-frozen';
      readonly proposal: ProposalId;
      readonly pinned: Pinned;
      readonly votingFrom: Date;
      /** Texts that do not come to the vote, `T-1` among them where it is the proposal's own. */
      readonly dropped?: readonly { readonly id: OptionId; readonly why: string }[];
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
  | {
      readonly kind: 'voting-ended';
      readonly proposal: ProposalId;
      /** Who votes for whom, as it stood then, by the names on the roll; absent where nobody does. */
      readonly delegations?: readonly Delegated[];
    }
  | {
      readonly kind: 'proposal-decided';
      readonly proposal: ProposalId;
      readonly tally: Tally;
      readonly ballots: number;
      readonly boardRoot: Digest;
      /** For a passed proposal: when it comes into force by itself. */
      readonly inForceFrom?: Date;
      /** What people who are not on the roll answered to the poll: told, and not counted. Absent where nobody did. */
      readonly others?: Count;
      /** What those said until then who were asked whether their ballots are theirs; absent where nobody was asked. */
      readonly confirmed?: readonly Confirmed[];
      /** For a lapsed one: when the same may be proposed again. */
      readonly refileFrom?: Date;
    }
  /** Another text for the same question is put beside the proposal's own. */
  | {
      readonly kind: 'alternative-proposed';
      readonly proposal: ProposalId;
      readonly alternative: OptionId;
      readonly by: PersonIri;
      readonly title: string;
      readonly reasons: string;
      readonly change: Change;
      readonly secondsNeeded: number;
    }
  | {
      readonly kind: 'alternative-seconded';
      readonly proposal: ProposalId;
      readonly alternative: OptionId;
      readonly by: PersonIri;
    }
  /** The proposer makes an amendment her own: the proposal's text becomes that one, and keeps its seconds. */
  | {
      readonly kind: 'amendment-taken-over';
      readonly proposal: ProposalId;
      readonly alternative: OptionId;
      readonly by: PersonIri;
    }
  /** A member on the roll says that the procedure was not kept; `opens` on the signature that was still missing. */
  | {
      readonly kind: 'challenge-signed';
      readonly proposal: ProposalId;
      readonly by: PersonIri;
      readonly ground: string;
      readonly needed: number;
      readonly opens?: true;
    }
  /** What came of the review; a vote whose procedure was not kept is void from here on. */
  | {
      readonly kind: 'challenge-decided';
      readonly proposal: ProposalId;
      readonly kept: boolean;
      readonly hung: boolean;
      /** Absent where no jury answered in time. */
      readonly jury?: JuryId;
      /** Where it was kept: when the proposal comes into force. */
      readonly inForceFrom?: Date;
    }
  /** Somebody on the roll says against the result what is to stand with it; statements on a proposal count from 1. */
  | {
      readonly kind: 'minority-stated';
      readonly proposal: ProposalId;
      readonly statement: number;
      readonly by: PersonIri;
      readonly text: string;
    }
  /** Somebody else on the roll signs it. */
  | {
      readonly kind: 'minority-signed';
      readonly proposal: ProposalId;
      readonly statement: number;
      readonly by: PersonIri;
    }
  | { readonly kind: 'proposal-lapsed'; readonly proposal: ProposalId; readonly refileFrom: Date }
  | { readonly kind: 'proposal-voided'; readonly proposal: ProposalId; readonly why: string };

/** Where they hold dates (`encoding.ts`). */
export const PROPOSALS_DATES = {
  'proposal-submitted': ['until', 'discussionUntil'],
  'proposal-seconded': ['discussionUntil'],
  'proposal-withdrawn': [],
  'vote-called': ['until'],
  'proposal-frozen': ['votingFrom'],
  'voting-opened': ['until'],
  'voting-extended': ['until'],
  'voting-ended': [],
  'proposal-decided': ['inForceFrom', 'refileFrom'],
  'alternative-proposed': [],
  'alternative-seconded': [],
  'amendment-taken-over': [],
  'challenge-signed': [],
  'challenge-decided': ['inForceFrom'],
  'minority-stated': [],
  'minority-signed': [],
  'proposal-lapsed': ['refileFrom'],
  'proposal-voided': [],
} as const satisfies DatesOf<ProposalEvent>;

/** What of them can be erased: the words, never what was proposed. */
export const PROPOSALS_TEXTS = {
  'proposal-submitted': ['title', 'reasons'],
  /** What the charter asks by itself; of a recall, the petition's own words. */
  'vote-called': ['title', 'reasons'],
  'alternative-proposed': ['title', 'reasons'],
  /** Titles of the texts on the ballot; votes are for their names (`T-2`). */
  'proposal-frozen': ['pinned.options.*.words'],
  'challenge-signed': ['ground'],
  'minority-stated': ['text'],
} as const satisfies TextsOf<ProposalEvent>;
