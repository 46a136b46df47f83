import type { ActivityIri, ActorIri, PostIri } from './ids.ts';
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

/** Whom an author lets quote a public post of hers, besides herself. Nothing else is ever quoted. */
export const QUOTE_POLICIES = ['public', 'followers', 'nobody'] as const;
export type QuotePolicy = (typeof QUOTE_POLICIES)[number];

/** What was said to somebody who quotes a post written here: one per pair of posts. */
export interface QuoteLeave {
  /** Where other servers find it, while it stands (FEP-044f's `QuoteAuthorization`). */
  readonly stamp: string;
  readonly quoting: PostIri;
  readonly quoted: PostIri;
  /** Who wrote what is quoted. */
  readonly author: ActorIri;
  readonly quoter: ActorIri;
  /** The `QuoteRequest`; absent where both are of this server. */
  readonly request?: ActivityIri;
  readonly answer: 'accepted' | 'rejected';
  readonly at: Date;
  /** The author has taken it back; it is never given again. */
  readonly takenBackAt?: Date;
}

/**
 * Whether somebody may quote a post written here: what everybody may read, within what its author lets others do. She
 * herself may; whom she has blocked may not.
 */
export function mayQuote(
  { author, audience, standing, deletedAt, quotePolicy = 'public' }: Post,
  quoter: { readonly iri: ActorIri; readonly isFollower: boolean; readonly isBlocked: boolean },
): boolean {
  if (audience !== 'public' || standing.state !== 'visible' || deletedAt !== undefined) return false;
  if (quoter.iri === author) return true;
  if (quoter.isBlocked) return false;
  return quotePolicy === 'public' || (quotePolicy === 'followers' && quoter.isFollower);
}

export type QuoteState = 'accepted' | 'pending' | 'rejected' | 'revoked' | 'deleted';

/**
 * How a quote stands (FEP-044f): nobody is shown inside somebody else's post who has not said yes, by a stamp from her
 * own server. Whoever quotes herself needs none.
 *
 * @param quoted `null`: not known here (yet)
 */
export function quoteState(
  { author, quoteApproval }: Pick<Post, 'author' | 'quoteApproval'>,
  { stamp, refused }: Quote,
  quoted: Pick<Post, 'author' | 'deletedAt'> | null,
): QuoteState {
  const isStamped = stamp !== undefined && quoteApproval?.stamp === stamp;
  if (isStamped && quoteApproval?.takenBack) return 'revoked';
  if (refused && !isStamped) return 'rejected';
  if (quoted === null) return 'pending';
  // Of one that is gone nobody knows any more who wrote it.
  if (!isStamped && quoted.author !== author) return 'pending';
  return quoted.deletedAt === undefined ? 'accepted' : 'deleted';
}
