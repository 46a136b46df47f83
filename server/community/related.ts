/** So many words of a text are looked for. */
const MOST_WORDS = 6;

/**
 * The words of a text by which something like it may be found: the longest ones, which say most. Scripts without spaces
 * are taken apart as their readers would.
 */
export function wordsToSeek(text: string): readonly string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(0, 2000));
  const words = [...segments]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment.toLowerCase());
  const telling = words.filter((word) =>
    /^[\p{Script=Latin}\p{N}]+$/u.test(word) ? word.length > 3 : word.length > 1,
  );
  return [...new Set(telling)].toSorted((one, other) => other.length - one.length).slice(0, MOST_WORDS);
}
