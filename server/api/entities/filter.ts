import { plainText } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { type Filter, foundBy } from '../../community/filter.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';

type Kept = Keepsake<Filter>;

/** What is told of a filter with a post that it found: its words are left out, as Mastodon does. */
interface FoundFilterEntity {
  readonly id: string;
  readonly title: string;
  readonly context: Filter['context'];
  readonly expires_at: string | null;
  readonly filter_action: Filter['action'];
}

/** Mastodon's `FilterResult`. */
export interface FilterResultEntity {
  readonly filter: FoundFilterEntity;
  readonly keyword_matches: readonly string[] | null;
  readonly status_matches: readonly string[] | null;
}

const foundFilterEntity = ({ id, content }: Kept): FoundFilterEntity => ({
  id,
  title: content.title,
  context: content.context,
  expires_at: content.expiresAt?.toISOString() ?? null,
  filter_action: content.action,
});

/** Mastodon's `FilterKeyword`. */
export const keywordEntity = ({ id, keyword, wholeWord }: Filter['keywords'][number]) => ({
  id,
  keyword,
  whole_word: wholeWord,
});

/** Mastodon's `Filter`, with everything in it. */
export async function filterEntity(house: Pick<House, 'posts'>, kept: Kept) {
  return {
    ...foundFilterEntity(kept),
    keywords: kept.content.keywords.map(keywordEntity),
    statuses: await filteredPostEntities(house, kept.content),
  };
}

/** Mastodon's `FilterStatus`, of each post in a filter that is still known. */
export async function filteredPostEntities({ posts }: Pick<House, 'posts'>, { posts: named }: Filter) {
  const found = await Promise.all(named.map(({ post }) => posts.byIri(post)));
  return named.flatMap(({ id }, at) => {
    const post = found[at];
    return post == null ? [] : [{ id, status_id: postNumber(post) }];
  });
}

/** Mastodon's older `V1::Filter`: one for each keyword. */
export const olderFilterEntity = ({ content }: Kept, { id, keyword, wholeWord }: Filter['keywords'][number]) => ({
  id,
  phrase: keyword,
  context: content.context,
  whole_word: wholeWord,
  expires_at: content.expiresAt?.toISOString() ?? null,
  irreversible: content.action === 'hide',
});

/**
 * What her filters find in posts; the app does with it what the filter says, where the filter says it. Her own posts
 * are not filtered, nor what her communities themselves say: a vote is not overlooked because of a word.
 */
export async function filteringFor(
  { readers, clock }: Pick<House, 'readers' | 'clock'>,
  viewer: Person | null,
): Promise<(post: Post) => readonly FilterResultEntity[]> {
  if (viewer === null) return () => [];
  const { filters: kept, communities } = await readers.of(viewer.iri);
  if (kept.length === 0) return () => [];
  const never = new Set<string>([viewer.iri, ...communities]);
  const now = clock.now();
  return (post) => {
    if (never.has(post.author)) return [];
    const text = wordsOf(post);
    return kept.flatMap((one) => {
      const found = foundBy(one.content, { iri: post.iri, text }, now);
      if (found === null) return [];
      return {
        filter: foundFilterEntity(one),
        keyword_matches: found.keywords.length === 0 ? null : found.keywords,
        status_matches: found.named ? [postNumber(post)] : null,
      };
    });
  };
}

/** Everything of a post that can be read: a filter looks at all of it. */
function wordsOf({ title = '', html, details = {}, poll }: Post): string {
  const tags = (details.hashtags ?? []).map((tag) => `#${tag}`);
  const pictures = (details.attachments ?? []).flatMap(({ alt }) => alt ?? []);
  return [title, details.warning ?? '', plainText(html), ...(poll?.options ?? []), ...pictures, ...tags].join('\n');
}
