import type { ActorIri } from './ids.ts';
import type { Post, Quote } from './post.ts';

/** That the quoted author's own server said that a quote may stand (FEP-044f). */
export interface QuoteApproval {
  /** The document that says so: a quote with another one is not approved by it. */
  readonly stamp: string;
  /** The quoted author. */
  readonly by: ActorIri;
  /** She has taken it back. */
  readonly takenBack?: true;
}

export type QuoteState = 'accepted' | 'pending' | 'revoked' | 'deleted';

/**
 * How a quote stands (FEP-044f): nobody is shown inside somebody else's post who has not said yes, by a stamp from her
 * own server. Whoever quotes herself needs none.
 *
 * @param quoted `null`: not known here (yet)
 */
export function quoteState(
  { author, quoteApproval }: Pick<Post, 'author' | 'quoteApproval'>,
  { stamp }: Quote,
  quoted: Pick<Post, 'author' | 'deletedAt'> | null,
): QuoteState {
  const isStamped = stamp !== undefined && quoteApproval?.stamp === stamp;
  if (isStamped && quoteApproval?.takenBack) return 'revoked';
  if (quoted === null) return 'pending';
  // Of one that is gone nobody knows any more who wrote it.
  if (!isStamped && quoted.author !== author) return 'pending';
  return quoted.deletedAt === undefined ? 'accepted' : 'deleted';
}
