import type { PostDetails } from './post.ts';

/** As rules find them (`governance/rules/facts.ts`): no part of a word, an address or an entity, not digits alone. */
const HASHTAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]{1,50})/gu;
const MOST_HASHTAGS = 30;

/** Hashtags in a plain text, as they are written, each once. */
export function hashtagsIn(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const [, word = ''] of text.matchAll(HASHTAG)) {
    if (/\D/.test(word) && !found.has(tagKey(word))) found.set(tagKey(word), word);
  }
  return [...found.values()].slice(0, MOST_HASHTAGS);
}

/** What two spellings of the same hashtag have in common. */
export const tagKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** Whether a post has a hashtag, in whatever spelling. */
export const hasTag = ({ details }: { readonly details?: Pick<PostDetails, 'hashtags'> }, tag: string): boolean =>
  (details?.hashtags ?? []).some((one) => tagKey(one) === tagKey(tag));

/** A hashtag as somebody asks for it, with or without its sign; `null` for what is none. */
export function readTag(said: string): string | null {
  const name = said.trim().replace(/^#/, '');
  return /^[\p{L}\p{N}_]{1,50}$/u.test(name) && /\D/.test(name) ? name : null;
}

/**
 * What a post has besides its text, with the hashtags that its text holds now.
 *
 * @param besides those that it has although its text does not hold them (`missingIn`), however many those are
 */
export function withHashtags(
  details: PostDetails | undefined,
  text: string,
  besides: readonly string[] = [],
): PostDetails | undefined {
  const found = hashtagsIn(text);
  const hashtags = [...found, ...missingIn(found, besides)];
  if (hashtags.length === 0 && details?.hashtags === undefined) return details;
  const { hashtags: _, ...rest } = details ?? {};
  return hashtags.length === 0 ? rest : { ...rest, hashtags };
}

/** Of some hashtags, each once, those that are not among others in any spelling. */
export function missingIn(there: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = new Set(there.map(tagKey));
  return wanted.filter((tag) => !known.has(tagKey(tag)) && known.add(tagKey(tag)));
}
