import type { Digest, Organisation, PersonIri, PostIri, ProposalId } from '../../community/ids.ts';
import type { Change, Matter, Pinned } from '../proposal.ts';
import type { Tally } from '../tally/tally.ts';
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
    }
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
  'proposal-lapsed': ['refileFrom'],
  'proposal-voided': [],
} as const satisfies DatesOf<ProposalEvent>;

/** What of them can be erased: the words, never what was proposed. */
export const PROPOSALS_TEXTS = {
  'proposal-submitted': ['title', 'reasons'],
} as const satisfies TextsOf<ProposalEvent>;
