import type { PostIri } from './ids.ts';

/** Where a filter works: Mastodon's words. */
export const FILTER_CONTEXTS = ['home', 'notifications', 'public', 'thread', 'account'] as const;
export type FilterContext = (typeof FILTER_CONTEXTS)[number];

/** What an app does with a post that a filter found. */
export const FILTER_ACTIONS = ['warn', 'hide', 'blur'] as const;
export type FilterAction = (typeof FILTER_ACTIONS)[number];

export interface Keyword {
  /** A number of its own, as a decimal text. */
  readonly id: string;
  readonly keyword: string;
  /** Not inside of another word. */
  readonly wholeWord: boolean;
}

/** Words and posts that somebody does not want to come upon unprepared. */
export interface Filter {
  readonly title: string;
  readonly context: readonly FilterContext[];
  readonly action: FilterAction;
  /** From then on it does nothing. */
  readonly expiresAt?: Date;
  readonly keywords: readonly Keyword[];
  readonly posts: readonly { readonly id: string; readonly post: PostIri }[];
}

export const MOST_FILTERS = 100;
export const MOST_KEYWORDS = 200;
export const MOST_FILTERED_POSTS = 500;
export const LONGEST_KEYWORD = 200;

/** What of a filter was found in a post; `null`: nothing, or its time is over. */
export function foundBy(
  filter: Filter,
  post: { readonly iri: PostIri; readonly text: string },
  now: Date,
): { readonly keywords: readonly string[]; readonly named: boolean } | null {
  if (filter.expiresAt !== undefined && filter.expiresAt <= now) return null;
  const keywords = filter.keywords.filter((one) => pattern(one).test(post.text)).map(({ keyword }) => keyword);
  const named = filter.posts.some((one) => one.post === post.iri);
  return keywords.length > 0 || named ? { keywords, named } : null;
}

const WORD = '[\\p{L}\\p{N}\\p{M}_]';
const STARTS = new RegExp(`^${WORD}`, 'u');
const ENDS = new RegExp(`${WORD}$`, 'u');

/**
 * A whole word has no letter or digit beside it; an end of the keyword that is itself neither (`#tag`, `C++`) may have
 * anything beside it. Capitals are as good as small letters.
 */
function pattern({ keyword, wholeWord }: Keyword): RegExp {
  const literally = keyword.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\x${hex(sign)}`);
  const before = wholeWord && STARTS.test(keyword) ? `(?<!${WORD})` : '';
  const after = wholeWord && ENDS.test(keyword) ? `(?!${WORD})` : '';
  return new RegExp(before + literally + after, 'iu');
}

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(2, '0');
