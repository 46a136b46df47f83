/** A document in a worker's hands, and what is to be carried out. */
export interface Claimed<Work> {
  readonly id: string;
  readonly work: Work;
  /** How often it was taken before without getting done. */
  readonly attempts: number;
}

/**
 * Documents carry what must still follow from them. A worker takes some by a lease, carries out their effects (each of
 * which may happen twice with the same result), and marks them done; a crash at any point loses nothing.
 */
export interface Pending<Work> {
  /** Where its documents are, with those of other kinds perhaps; for `PlacesWithDue`. Absent where nobody is asked. */
  readonly place?: string;
  /** Takes those that are due, at most `limit`, the longest due first. Nobody else gets them before the lease is over. */
  claim(now: Date, leaseMs: number, limit: number): Promise<readonly Claimed<Work>[]>;
  done(id: string): Promise<void>;
  retry(id: string, at: Date, why: string): Promise<void>;
}

/** Which of these places have something due. One question, so that looking where nothing is costs little. */
export type PlacesWithDue = (places: readonly string[], now: Date) => Promise<ReadonlySet<string>>;
