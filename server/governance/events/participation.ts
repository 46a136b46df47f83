import type { Digest, Organisation, PersonIri, ProposalId } from '../../community/ids.ts';
import type { DatesOf } from './dates-of.ts';

/** What makes sure that votes from elsewhere are their voters' own (governance.md §3.7). */
export type ParticipationEvent =
  /**
   * One domain brought more than a fifth of the ballots from elsewhere: some of its voters, drawn by lot, are asked
   * whether they cast them. The draw follows from the roll's root and the hash of the entry before this one.
   */
  | {
      readonly kind: 'sample-asked';
      readonly proposal: ProposalId;
      readonly domain: Organisation;
      /** How many ballots of that domain there were. */
      readonly ballots: number;
      /** The receipts of those whose voters are asked, in ascending order. */
      readonly asked: readonly Digest[];
    }
  /** A member says that the ballot in her name is not hers. */
  | {
      readonly kind: 'ballot-disputed';
      readonly proposal: ProposalId;
      readonly by: PersonIri;
      /** The ballot's receipt. */
      readonly leaf: Digest;
    };

/** Where they hold dates (`encoding.ts`). */
export const PARTICIPATION_DATES = {
  'sample-asked': [],
  'ballot-disputed': [],
} as const satisfies DatesOf<ParticipationEvent>;
