import { type SeenQuoteState, seenQuotes } from '../../actions/seen-quotes.ts';
import type { ActorIri } from '../../community/ids.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { StatusEntity } from './status.ts';

/** Mastodon's `Quote`, and, for a quote inside a quote, its `ShallowQuote`. */
export type QuoteEntity =
  | { readonly state: SeenQuoteState; readonly quoted_status: StatusEntity | null }
  | { readonly state: SeenQuoteState; readonly quoted_status_id: string | null };

/** Mastodon's `QuoteApproval`: who may quote a post, and whether the viewer may. */
export interface QuoteApprovalEntity {
  readonly automatic: readonly ('public' | 'followers')[];
  readonly manual: readonly 'public'[];
  readonly current_user: 'automatic' | 'manual' | 'denied' | 'unknown';
}

/**
 * Who may quote a post. Whether its author has blocked the viewer stands nowhere in it: that is told nobody before she
 * quotes. Of posts from elsewhere only what their servers say of everybody is known.
 */
export function quoteApprovalOf(post: Post, viewer: ActorIri | null, isFollower: boolean): QuoteApprovalEntity {
  const { home, audience, author, details = {}, quotePolicy = 'public' } = post;
  const isHers = viewer === author && audience === 'public';
  if (home === 'elsewhere') {
    const { quotable } = details;
    const mine = audience === 'public' ? (quotable ?? 'unknown') : 'denied';
    return {
      automatic: quotable === 'automatic' ? ['public'] : [],
      manual: quotable === 'manual' ? ['public'] : [],
      current_user: isHers ? 'automatic' : mine,
    };
  }
  const automatic = audience !== 'public' || quotePolicy === 'nobody' ? [] : [quotePolicy];
  const may = isHers || automatic.includes('public') || (automatic.includes('followers') && isFollower);
  const unknown = viewer === null && automatic.length > 0;
  return { automatic, manual: [], current_user: unknown ? 'unknown' : may ? 'automatic' : 'denied' };
}

/**
 * What some posts quote, as the viewer may see it, looked up at once.
 *
 * @param entitiesOf writes the quoted posts; absent: they are only named
 */
export async function quotesIn(
  house: Parameters<typeof seenQuotes>[0],
  posts: readonly Post[],
  viewer: Person | null,
  entitiesOf?: (quoted: readonly Post[]) => Promise<readonly StatusEntity[]>,
): Promise<(post: Post) => QuoteEntity | null> {
  const quoteOf = await seenQuotes(house, posts, viewer?.iri);
  const quoted = new Map(
    posts.flatMap((post) => {
      const { quoted: one = null } = quoteOf(post) ?? {};
      return one === null ? [] : [[one.iri, one] as const];
    }),
  );
  const entities = (await entitiesOf?.([...quoted.values()])) ?? [];
  const entityOf = new Map([...quoted.keys()].map((iri, nth) => [iri, entities[nth]]));
  return (post) => {
    const quote = quoteOf(post);
    if (quote === null) return null;
    const { state, quoted: shown } = quote;
    if (entitiesOf === undefined) return { state, quoted_status_id: shown === null ? null : postNumber(shown) };
    return { state, quoted_status: (shown && entityOf.get(shown.iri)) ?? null };
  };
}
