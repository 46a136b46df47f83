/**
 * Documents carry what must still follow from them. A worker takes one at a time by a lease, carries out its effects
 * (each of which may happen twice with the same result), and marks it done; a crash at any point loses nothing.
 */
export interface Pending<Work> {
  claim(
    now: Date,
    leaseMs: number,
  ): Promise<{ readonly id: string; readonly work: Work; readonly attempts: number } | null>;
  done(id: string): Promise<void>;
  retry(id: string, at: Date, why: string): Promise<void>;
}
