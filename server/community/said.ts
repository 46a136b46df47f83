import { dayInWords, timeInWords } from '../governance/dates.ts';

/**
 * What a decision says to a person: one English sentence or a few, which is also what apps, other servers and logs get.
 * Pages say it in their reader's language, by the messages of `views/words/said/`, where `pattern` is looked up.
 */
export type Sentence = string | Said;

/** A sentence with places in it: `{0}`, `{1}` … stand for its values. Plain JSON, so that it can be kept. */
export interface Said {
  readonly pattern: string;
  readonly values: readonly SaidValue[];
}

/** What stands in a place. Days and times are ISO 8601, and are said as each language says them. */
export type SaidValue = string | number | Said | { readonly day: string } | { readonly time: string };

/** For a place in a sentence: a time to the minute; `onDay` for its day alone. */
type Given = SaidValue | Date;
export const onDay = (date: Date): SaidValue => ({ day: date.toISOString() });

/** A sentence with values in it, as a template: `` said`You may write ${most} letters.` ``. */
export function said(strings: TemplateStringsArray, ...given: readonly Given[]): Said {
  const pattern = strings.map((piece, at) => (at === 0 ? piece : `{${at - 1}}${piece}`)).join('');
  return { pattern, values: given.map((value) => (value instanceof Date ? { time: value.toISOString() } : value)) };
}

/** Several sentences, one after the other, as one. */
export function together(...sentences: readonly Sentence[]): Said {
  const pattern = sentences.map((_, at) => `{${at}}`).join(' ');
  return { pattern, values: sentences.map(asPhrase) };
}

/** What is told at some length: one paragraph, or several. A paragraph that is a person's own words is `quoted`. */
export type Words = Sentence | readonly Sentence[];

/** A clause of ours with nothing to fill in, as a value of a sentence: it is translated as well. */
export const phrase = (pattern: string): Said => ({ pattern, values: [] });

/** A sentence as part of another one. */
export const asPhrase = (sentence: Sentence): Said => (typeof sentence === 'string' ? phrase(sentence) : sentence);

/** Somebody's own words, in whatever language they are: nothing in them is translated. */
export const quoted = (words: string): Said => said`${words}`;

export const paragraphsOf = (words: Words): readonly Sentence[] => (isList(words) ? words : [words]);
const isList = (words: Words): words is readonly Sentence[] => Array.isArray(words);

/** For a notice: in English, and as pages say it. */
export const toldAs = (words: Words) => ({ text: wordsInEnglish(words), said: paragraphsOf(words) });

/** In English, as plain text, with a blank line between paragraphs. */
export const wordsInEnglish = (words: Words): string => paragraphsOf(words).map(inEnglish).join('\n\n');

/** In English, as plain text. */
export function inEnglish(sentence: SaidValue): string {
  if (typeof sentence !== 'object') return String(sentence);
  if ('day' in sentence) return dayInWords(new Date(sentence.day));
  if ('time' in sentence) return timeInWords(new Date(sentence.time));
  return sentence.pattern.replaceAll(/\{(\d+)\}/g, (place, at) => {
    const value = sentence.values[Number(at)];
    return value === undefined ? place : inEnglish(value);
  });
}
