import type { Addresses } from '../../../server/community/addresses.ts';
import type { Post } from '../../../server/community/post.ts';
import type { QuoteLeave } from '../../../server/community/quote.ts';
import { STAMP_CONTEXT } from '../contexts.ts';
import { PUBLIC } from '../names.ts';
import type { JsonObject } from '../read.ts';
import { escapeHtml } from './html.ts';

/** The leave to quote a post, as anybody may read it (FEP-044f). Both posts are only named. */
export function stampDocument({ stamp, author, quoting, quoted }: QuoteLeave): JsonObject {
  return {
    '@context': STAMP_CONTEXT,
    id: stamp,
    type: 'QuoteAuthorization',
    attributedTo: author,
    interactingObject: quoting,
    interactionTarget: quoted,
  };
}

/**
 * What a post written here says of quotes: what it quotes, by every name that is in use, with the stamp while it
 * stands, and who may quote it. Of posts from elsewhere their own servers say it.
 */
export function quoteMembers(post: Post, addresses: Pick<Addresses, 'followers'>): JsonObject {
  if (post.home !== 'here') return {};
  const { quote } = post.details ?? {};
  const stands = quote?.stamp !== undefined && !post.quoteApproval?.takenBack;
  return {
    ...(quote !== undefined && {
      quote: quote.post,
      quoteUri: quote.post,
      quoteUrl: quote.post,
      _misskey_quote: quote.post,
    }),
    ...(stands && { quoteAuthorization: quote.stamp }),
    interactionPolicy: { canQuote: { automaticApproval: [lets(post, addresses)] } },
  };
}

/** Nobody is said by naming the author alone: an empty list would be none (FEP-044f). */
function lets({ author, audience, quotePolicy = 'public' }: Post, { followers }: Pick<Addresses, 'followers'>): string {
  if (audience !== 'public' || quotePolicy === 'nobody') return author;
  return quotePolicy === 'public' ? PUBLIC : followers(author);
}

/** For whoever knows no quotes: a line before the text that leads to what is quoted, as Mastodon writes it. */
export function quoteLine({ home, details, html }: Pick<Post, 'home' | 'details' | 'html'>): string {
  const quoted = details?.quote?.post;
  if (home !== 'here' || quoted === undefined || html.includes(quoted)) return '';
  const address = escapeHtml(quoted);
  return `<p class="quote-inline">RE: <a href="${address}">${address}</a></p>`;
}
