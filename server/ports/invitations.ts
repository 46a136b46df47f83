import type { CommunityIri, PersonIri } from '../community/ids.ts';

/** A link that opens the door once: to an account here, or, on an empty server, to founding its first community. */
export interface Invitation {
  /** SHA-256 of the secret in the link; the secret itself is stored nowhere. */
  readonly id: string;
  readonly purpose: 'join' | 'found';
  /** A member who invited; absent when the operator's command made it. */
  readonly by?: PersonIri;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt?: Date;
  readonly usedBy?: string;
}

export interface Invitations {
  add(invitation: Invitation): Promise<void>;
  get(id: string): Promise<Invitation | null>;
  /** Uses it up for a name, unless it was used for another or is over; the same name may come again. */
  use(id: string, name: string, now: Date): Promise<'used' | 'not-valid'>;
}

/**
 * A member invites into a community. Its link is a capability that names it, kept nowhere; who used it is not kept
 * either: whoever joins by it stands in the book as let in by whoever invited.
 */
export interface CommunityInvitation {
  readonly id: string;
  readonly community: CommunityIri;
  readonly by: PersonIri;
  /** The one person it is for; absent: for whoever has the link. */
  readonly for?: PersonIri;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** So many can still join by it … */
  readonly left: number;
  /** … and so many open an account here for that. */
  readonly accountsLeft: number;
  readonly revokedAt?: Date;
}

export interface CommunityInvitations {
  add(invitation: CommunityInvitation): Promise<void>;
  get(id: string): Promise<CommunityInvitation | null>;
  /** Somebody's own that can still be used, newest first. */
  openBy(by: PersonIri, community: CommunityIri, now: Date): Promise<readonly CommunityInvitation[]>;
  /** One for this very person that can still be used. */
  openFor(person: PersonIri, community: CommunityIri, now: Date): Promise<CommunityInvitation | null>;
  /** Takes one of its uses, if there is one left; of many at once no more than there are. */
  take(id: string, what: 'left' | 'accountsLeft', now: Date): Promise<boolean>;
  /** A use that came to nothing. */
  giveBack(id: string): Promise<void>;
  /** Whoever made it takes it back: its link is worth nothing from then on. */
  revoke(id: string, by: PersonIri, at: Date): Promise<boolean>;
}
