import type { PersonIri } from '../community/ids.ts';

/** Whether somebody has an address by which her letters become notes of hers; who has not made one has none. */
export interface CaptureAddresses {
  /** The epoch of the one she has: each is of one alone. `null`: she has none. */
  of(person: PersonIri): Promise<number | null>;
  /** A new one; the one before does nothing any more. */
  renew(person: PersonIri): Promise<void>;
  /** She has none any more. */
  end(person: PersonIri): Promise<void>;
  forget(person: PersonIri): Promise<void>;
}
