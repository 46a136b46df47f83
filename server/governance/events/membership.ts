import type { CommunityIri, Organisation, PersonIri } from '../../community/ids.ts';
import type { Charter } from '../charter.ts';
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
  /** A member let in somebody who asked for an account on this server; she is a member of nothing by that. */
  | { readonly kind: 'account-let-in'; readonly account: PersonIri; readonly by: PersonIri };

/** Where they hold dates (`encoding.ts`). */
export const MEMBERSHIP_DATES = {
  'community-founded': ['provisionalUntil'],
  'member-joined': [],
  'member-left': [],
  'account-let-in': [],
  'member-moved': [],
} as const satisfies DatesOf<MembershipEvent>;
