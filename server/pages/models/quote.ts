import type { Author } from '../../../views/parts/person.ts';
import type { QuoteModel } from '../../../views/parts/quote.ts';
import type { House } from '../../actions/house.ts';
import { seenQuotes } from '../../actions/seen-quotes.ts';
import type { Community } from '../../community/community.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { pageHandle } from '../context.ts';
import { detailsOf } from './contents.ts';
import { authorsOf } from './person.ts';

/** What some posts quote, as a viewer sees it. */
export async function quoteModels(
  house: House,
  posts: readonly Post[],
  viewer: Person | null,
): Promise<(post: Post) => QuoteModel | undefined> {
  const quoteOf = await seenQuotes(house, posts, viewer?.iri);
  const shown = posts.flatMap((post) => {
    const { state, quoted } = quoteOf(post) ?? {};
    return state === 'accepted' && quoted ? [quoted] : [];
  });
  const modelOf = new Map((await quotedModels(house, shown)).map((model, at) => [shown[at]?.iri, model]));
  return (post) => {
    const quote = quoteOf(post);
    if (quote === null) return undefined;
    const { state, quoted } = quote;
    if (state === 'accepted') return quoted === null ? undefined : modelOf.get(quoted.iri);
    // Where it is is said only where its author's server may still say yes.
    return { state, ...(state === 'pending' ? { at: post.details?.quote?.post ?? '' } : {}) };
  };
}

/** Posts as they are shown inside others. */
export async function quotedModels(house: House, posts: readonly Post[]): Promise<readonly QuoteModel[]> {
  if (posts.length === 0) return [];
  const [authorOf, communities] = await Promise.all([
    authorsOf(
      house,
      posts.map(({ author }) => author),
    ),
    Promise.all(posts.map(({ community }) => (community === undefined ? null : house.communities.byIri(community)))),
  ]);
  return posts.map((post, at) => quotedModel(house, post, authorOf(post.author), communities[at] ?? null));
}

function quotedModel({ addresses }: House, post: Post, author: Author, community: Community | null): QuoteModel {
  return {
    ...detailsOf(post),
    path: community === null ? post.iri : addresses.page.thread(pageHandle(community), post.iri),
    author,
    at: post.receivedAt,
    sanitisedHtml: post.html,
    ...(post.title === undefined ? {} : { title: post.title }),
  };
}
