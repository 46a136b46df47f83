import type { PostIri } from '../community/ids.ts';

/** What an app sent under a key of its own, so that sending it again does nothing anew. */
export interface OnceSent {
  /** SHA-256 of who sent it and its key. */
  readonly id: string;
  /** SHA-256 of what was sent. */
  readonly body: string;
  /** The id that the post gets, whoever of those who send it at once comes first. */
  readonly post: PostIri;
  readonly at: Date;
}

export interface Idempotency {
  /** Keeps it, if nothing is kept under its id; what is kept now. */
  keep(sent: OnceSent): Promise<OnceSent>;
}
