import type { House } from '../../actions/house.ts';
import { maySee } from '../../actions/may-see.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { PersonIri, PostIri } from '../../community/ids.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { type QuoteState, quoteState } from '../../community/quote.ts';
import { hostOf } from '../../community/unwanted.ts';
import type { StatusEntity } from './status.ts';

type State = QuoteState | 'unauthorized' | 'blocked_account' | 'blocked_domain';

/** Mastodon's `Quote`, and, for a quote inside a quote, its `ShallowQuote`. */
export type QuoteEntity =
  | { readonly state: State; readonly quoted_status: StatusEntity | null }
  | { readonly state: State; readonly quoted_status_id: string | null };

/** Who may quote a post written here: nobody is asked yet, so that nobody else's server may say yes for her. */
export const NOBODY_QUOTES = { automatic: [], manual: [], current_user: 'denied' } as const;

type Needs = Pick<House, 'posts' | 'follows' | 'marks' | 'ownLists' | 'clock'>;

/**
 * What some posts quote, as the viewer may see it, looked up at once.
 *
 * @param entitiesOf writes the quoted posts; absent: they are only named
 */
export async function quotesIn(
  house: Needs,
  posts: readonly Post[],
  viewer: Person | null,
  entitiesOf?: (quoted: readonly Post[]) => Promise<readonly StatusEntity[]>,
): Promise<(post: Post) => QuoteEntity | null> {
  const quoting = posts.filter(({ details }) => details?.quote !== undefined);
  if (quoting.length === 0) return () => null;
  const iris = [...new Set(quoting.flatMap(({ details }) => details?.quote?.post ?? []))];
  const [found, unwanted] = await Promise.all([
    Promise.all(iris.map((iri) => house.posts.byIri(iri))),
    unwantedBy(house, viewer?.iri, 'thread'),
  ]);
  const known = new Map(found.flatMap((post) => (post === null ? [] : [[post.iri, post] as const])));
  const seen = new Set<PostIri>();
  await Promise.all(
    [...known.values()].map(async (post) => {
      if (await maySee(house, post, viewer?.iri ?? ('' as PersonIri))) seen.add(post.iri);
    }),
  );
  const shown = [...known.values()].filter(({ iri }) => seen.has(iri));
  const entities = (await entitiesOf?.(shown)) ?? [];
  const entityOf = new Map(shown.map(({ iri }, nth) => [iri, entities[nth]]));

  function stateOf(post: Post): State {
    const quote = post.details?.quote;
    const quoted = quote === undefined ? null : (known.get(quote.post) ?? null);
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
    const state = stateOf(post);
    const isShown = state === 'accepted' || state === 'blocked_account' || state === 'blocked_domain';
    const quoted = isShown ? known.get(quote.post) : undefined;
    if (entitiesOf === undefined) return { state, quoted_status_id: quoted === undefined ? null : postNumber(quoted) };
    return { state, quoted_status: (quoted && entityOf.get(quoted.iri)) ?? null };
  };
}
