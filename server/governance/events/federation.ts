import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import type { ServerLevel } from '../servers.ts';
import type { Issuer } from '../voices/issuer.ts';
import type { DatesOf } from './dates-of.ts';

/** What a community decided about other servers and communities. */
export type FederationEvent =
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
  | { readonly kind: 'list-followed' | 'list-unfollowed'; readonly proposal: ProposalId; readonly list: string }
  | ({ readonly kind: 'issuer-accepted'; readonly proposal: ProposalId } & Issuer)
  | { readonly kind: 'issuer-ended'; readonly proposal: ProposalId; readonly organisation: string }
  | { readonly kind: 'community-moved'; readonly proposal: ProposalId; readonly target: CommunityIri };

/** Where they hold dates (`encoding.ts`). */
export const FEDERATION_DATES = {
  'server-limited': [],
  'relations-ended': [],
  'community-linked': [],
  'community-unlinked': [],
  'list-followed': [],
  'list-unfollowed': [],
  'issuer-accepted': [],
  'issuer-ended': [],
  'community-moved': [],
} as const satisfies DatesOf<FederationEvent>;
