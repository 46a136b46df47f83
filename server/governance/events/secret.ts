import type { Digest, Organisation, PersonIri, ProposalId } from '../../community/ids.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** What a secret vote adds to the steps of a vote (governance.md §3.6). */
export type SecretEvent =
  /** A teller gives the public half of her key for one vote, before its text is frozen. */
  | {
      readonly kind: 'teller-key-deposited';
      readonly proposal: ProposalId;
      readonly teller: PersonIri;
      readonly organisation: Organisation;
      /** P-256, uncompressed, base64url. */
      readonly key: string;
    }
  /** The vote has ended: which ballots there are stands fixed before any of them can be opened. */
  | {
      readonly kind: 'secret-board-closed';
      readonly proposal: ProposalId;
      readonly root: Digest;
      readonly ballots: number;
      /** So many ballot papers were issued. */
      readonly issued: number;
    }
  | {
      readonly kind: 'teller-key-opened';
      readonly proposal: ProposalId;
      readonly teller: PersonIri | 'machine';
      /** The private half, base64url. Absent where there are too few ballots to show any: then it serves the count alone. */
      readonly key?: string;
    }
  | { readonly kind: 'tellers-reminded'; readonly proposal: ProposalId }
  /** The vote has no result: its ballots stayed closed, or there were more of them than papers. */
  | {
      readonly kind: 'secret-vote-failed';
      readonly proposal: ProposalId;
      readonly why: 'not-opened' | 'more-ballots-than-papers';
      readonly refileFrom: Date;
    }
  /** A member says that something is wrong with who was given a ballot paper. */
  | {
      readonly kind: 'papers-disputed';
      readonly proposal: ProposalId;
      readonly by: PersonIri;
      readonly why: string;
    };

/** Where they hold dates (`encoding.ts`). */
export const SECRET_DATES = {
  'teller-key-deposited': [],
  'secret-board-closed': [],
  'teller-key-opened': [],
  'tellers-reminded': [],
  'secret-vote-failed': ['refileFrom'],
  'papers-disputed': [],
} as const satisfies DatesOf<SecretEvent>;

/** What of them can be erased. */
export const SECRET_TEXTS = {
  'papers-disputed': ['why'],
} as const satisfies TextsOf<SecretEvent>;
