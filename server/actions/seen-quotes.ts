import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { type QuoteState, quoteState } from '../community/quote.ts';
import { hostOf } from '../community/unwanted.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { unwantedBy } from './own/unwanted-by.ts';

/** How a quote stands for somebody: also what she may not see, or does not want to, in Mastodon's words. */
export type SeenQuoteState = QuoteState | 'unauthorized' | 'blocked_account' | 'blocked_domain';

export interface SeenQuote {
  readonly state: SeenQuoteState;
  /** What is quoted, where the viewer may be shown it if she wants to. */
  readonly quoted: Post | null;
}

type Needs = Pick<House, 'posts' | 'follows' | 'readers' | 'clock'>;

/** What some posts quote, as a viewer may see it, looked up at once; `null` for those that quote nothing. */
export async function seenQuotes(
  house: Needs,
  posts: readonly Post[],
  viewer: PersonIri | undefined,
): Promise<(post: Post) => SeenQuote | null> {
  const quoting = posts.filter(({ details }) => details?.quote !== undefined);
  if (quoting.length === 0) return () => null;
  const iris = [...new Set(quoting.flatMap(({ details }) => details?.quote?.post ?? []))];
  const [found, unwanted] = await Promise.all([
    Promise.all(iris.map((iri) => house.posts.byIri(iri))),
    unwantedBy(house, viewer, 'thread'),
  ]);
  const known = new Map(found.flatMap((post) => (post === null ? [] : [[post.iri, post] as const])));
  const seen = new Set<PostIri>();
  await Promise.all(
    [...known.values()].map(async (post) => {
      if (await maySee(house, post, viewer ?? ('' as PersonIri))) seen.add(post.iri);
    }),
  );

  function stateOf(post: Post, quoted: Post | null): SeenQuoteState {
    const quote = post.details?.quote;
    const state = quote === undefined ? 'pending' : quoteState(post, quote, quoted);
    if (state !== 'accepted' || quoted === null) return state;
    if (!seen.has(quoted.iri)) return 'unauthorized';
    if (unwanted === undefined || unwanted.always.includes(quoted.author)) return state;
    if (unwanted.actors.includes(quoted.author)) return 'blocked_account';
    return unwanted.hosts.includes(hostOf(quoted.author)) ? 'blocked_domain' : state;
  }

  return (post) => {
    const { quote } = post.details ?? {};
    if (quote === undefined) return null;
    const quoted = known.get(quote.post) ?? null;
    const state = stateOf(post, quoted);
    const isShown = state === 'accepted' || state === 'blocked_account' || state === 'blocked_domain';
    return { state, quoted: isShown ? quoted : null };
  };
}
