import type { AffiliationWay } from '../../community/affiliation.ts';
import type { CommunityIri, Organisation, PersonIri, ProposalId } from '../../community/ids.ts';
import type { Charter } from '../charter.ts';
import type { Fork } from '../fork.ts';
import type { Intent, IntentHeading } from '../intent.ts';
import type { DatesOf } from './dates-of.ts';

/** Who belongs to a community, from its founding on. */
export type MembershipEvent =
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
      readonly admission?: 'request' | 'invitation';
      /** What it sets out to change, as its founder says it. */
      readonly intent?: Intent;
      /** The community whose charter and rules it begins with. */
      readonly fork?: Fork;
    }
  /** What the community sets out to change, under one of its headings, by decision. */
  | {
      readonly kind: 'intent-stated';
      readonly proposal: ProposalId;
      readonly heading: IntentHeading;
      readonly text: string;
    }
  | {
      readonly kind: 'member-joined';
      readonly member: PersonIri;
      readonly organisation: Organisation;
      /** Her home server's host, where she counts for another organisation. */
      readonly host?: Organisation;
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
  /**
   * She counts for another organisation from a time on, and for the one before until then: no vote is won by changing
   * sides for it. What she chose last is what comes.
   */
  | {
      readonly kind: 'affiliation-chosen';
      readonly member: PersonIri;
      readonly organisation: Organisation;
      /** How she showed that she belongs to it; `server`: she counts for her home server again. */
      readonly how: AffiliationWay | 'server';
      readonly countsFrom: Date;
    }
  /** From here on she counts for what she chose. */
  | { readonly kind: 'affiliation-counts'; readonly member: PersonIri; readonly organisation: Organisation }
  /** A member let in somebody who asked for an account on this server; she is a member of nothing by that. */
  | { readonly kind: 'account-let-in'; readonly account: PersonIri; readonly by: PersonIri };

/** Where they hold dates (`encoding.ts`). */
export const MEMBERSHIP_DATES = {
  'community-founded': ['provisionalUntil'],
  'intent-stated': [],
  'member-joined': [],
  'member-left': [],
  'affiliation-chosen': ['countsFrom'],
  'affiliation-counts': [],
  'account-let-in': [],
  'member-moved': [],
} as const satisfies DatesOf<MembershipEvent>;
