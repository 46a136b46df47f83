/** What somebody may do by a link alone, without an account here. */
export interface Capability {
  /** What the link is for: `appeal`, `vote` … One of a kind opens nothing of another. */
  readonly kind: string;
  /** What it is about, in words that the one who reads it knows how to take apart. */
  readonly subject: string;
  /** Whose it is. */
  readonly person: string;
  readonly until: Date;
}

/** Makes links that prove what they allow, and reads them. Nothing of them is stored. */
export interface Capabilities {
  /** The part of an address that is the proof; safe in a path. */
  issue(capability: Capability): string;
  /** What a link allows now; `null` when it is not ours, of another kind, or too old. */
  read(token: string, kind: string, now: Date): Capability | null;
}
