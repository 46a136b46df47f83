import type { PersonIri } from '../community/ids.ts';

/** What somebody proves at sign-in beside her password: that she has what makes the codes of the moment (RFC 6238). */
export interface SecondFactor {
  /** Base32. */
  readonly secret: string;
  readonly since: Date;
  /** How many of the codes for when she has lost it are left. */
  readonly recoveryLeft: number;
}

export interface SecondFactors {
  /** `null` when none is asked for. */
  of(person: PersonIri): Promise<SecondFactor | null>;
  /** Keeps a secret that is not asked for yet; the last one kept counts. Where one is asked for, nothing changes. */
  begin(person: PersonIri, secret: string): Promise<void>;
  /** The one that was kept, as long as it is not asked for. */
  waiting(person: PersonIri): Promise<string | null>;
  /** From now on the one that was kept is asked for, with hashes of codes that stand in for it, once each. */
  confirm(person: PersonIri, recovery: readonly string[]): Promise<void>;
  /** All of them anew. */
  replaceRecovery(person: PersonIri, recovery: readonly string[]): Promise<void>;
  /** Uses one up: of two who come at once with the same, one is told `true`. */
  useRecovery(person: PersonIri, hash: string): Promise<boolean>;
  end(person: PersonIri): Promise<void>;
}
