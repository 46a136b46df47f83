import { type Filter, type Keyword, LONGEST_KEYWORD, MOST_FILTERED_POSTS, MOST_KEYWORDS } from './filter.ts';
import type { PostIri } from './ids.ts';
import { accepted, type Refusal, type Result, refusal, refused } from './result.ts';
import { said } from './said.ts';

/** One keyword anew, changed, or taken away. */
export type KeywordChange =
  | { readonly add: Keyword }
  | { readonly change: string; readonly keyword?: string; readonly wholeWord?: boolean }
  | { readonly remove: string };

/** What is to be different of a filter; what is not said stays. */
export interface FilterChange {
  readonly title?: string;
  readonly context?: Filter['context'];
  readonly action?: Filter['action'];
  /** `null`: it ends no more. */
  readonly expiresAt?: Date | null;
  readonly keywords?: readonly KeywordChange[];
  readonly addPost?: { readonly id: string; readonly post: PostIri };
  /** By its number in the filter. */
  readonly removePost?: string;
}

export type FilterRefusal = 'no-title' | 'no-context' | 'no-keyword' | 'no-such-keyword' | 'too-long' | 'too-many';

export const EMPTY_FILTER: Filter = { title: '', context: [], action: 'warn', keywords: [], posts: [] };

/** A filter as it is after a change, if it can stand so. */
export function changedFilter(filter: Filter, change: FilterChange): Result<Filter, FilterRefusal> {
  const { title = filter.title, context = filter.context, action = filter.action } = change;
  const { expiresAt = filter.expiresAt ?? null } = change;
  const keywords = changedKeywords(filter.keywords, change.keywords ?? []);
  if (!keywords.ok) return keywords;
  const next: Filter = {
    title: title.trim(),
    context: [...new Set(context)],
    action,
    ...(expiresAt === null ? {} : { expiresAt }),
    keywords: keywords.value,
    posts: changedPosts(filter.posts, change),
  };
  const wrong = whatIsWrong(next);
  return wrong === undefined ? accepted(next) : { ok: false, refusal: wrong };
}

function changedKeywords(
  before: readonly Keyword[],
  changes: readonly KeywordChange[],
): Result<readonly Keyword[], FilterRefusal> {
  let keywords = before;
  for (const one of changes) {
    if ('add' in one) {
      keywords = [...keywords, one.add];
      continue;
    }
    const id = 'remove' in one ? one.remove : one.change;
    if (!keywords.some((keyword) => keyword.id === id)) {
      return refused('no-such-keyword', 'This keyword is not in your filter, or not any more.');
    }
    keywords = keywords.flatMap((keyword) => {
      if (keyword.id !== id) return keyword;
      if ('remove' in one) return [];
      return { ...keyword, keyword: one.keyword ?? keyword.keyword, wholeWord: one.wholeWord ?? keyword.wholeWord };
    });
  }
  return accepted(keywords.map((one) => ({ ...one, keyword: one.keyword.trim() })));
}

function changedPosts(before: Filter['posts'], { addPost, removePost }: FilterChange): Filter['posts'] {
  const left = before.filter(({ id }) => id !== removePost);
  return addPost === undefined || left.some(({ post }) => post === addPost.post) ? left : [...left, addPost];
}

function whatIsWrong({ title, context, keywords, posts }: Filter): Refusal<FilterRefusal> | undefined {
  if (title === '') return refusal('no-title', 'Give the filter a title.');
  if (title.length > LONGEST_KEYWORD)
    return refusal('too-long', said`A title has at most ${LONGEST_KEYWORD} characters.`);
  if (context.length === 0) return refusal('no-context', 'Choose at least one place where the filter works.');
  if (keywords.some(({ keyword }) => keyword === '')) return refusal('no-keyword', 'Write the word to look for.');
  if (keywords.some(({ keyword }) => keyword.length > LONGEST_KEYWORD)) {
    return refusal('too-long', said`A keyword has at most ${LONGEST_KEYWORD} characters.`);
  }
  if (keywords.length > MOST_KEYWORDS)
    return refusal('too-many', said`A filter has at most ${MOST_KEYWORDS} keywords.`);
  if (posts.length > MOST_FILTERED_POSTS)
    return refusal('too-many', said`A filter has at most ${MOST_FILTERED_POSTS} posts.`);
  return undefined;
}
