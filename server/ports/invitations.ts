import type { PersonIri } from '../community/ids.ts';

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
