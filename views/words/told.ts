import type { Said, SaidValue, Sentence } from '../../server/community/said.ts';
import { Html, html, type Part } from '../html.ts';
import { longDay, longTime } from '../parts/time.ts';
import { SENTENCES } from './said/index.ts';
import { type Say, speaker } from './speaking.ts';
import { isOnlyPlaces } from './told-text.ts';

/**
 * What a decision said, in the reader's language. A sentence that has no translation stays English and says so: voices
 * read it right, and its full stop stays at its end.
 */
export function told(sentence: Sentence | Part, say: Say): Part {
  if (!isSentence(sentence)) return say.language === 'en' ? sentence : inEnglish(sentence);
  const pattern = typeof sentence === 'string' ? sentence : sentence.pattern;
  const values = typeof sentence === 'string' ? [] : sentence.values;
  if (say.language === 'en' || isOnlyPlaces(pattern)) return put(pattern, values, say);
  const message = SENTENCES.get(pattern);
  if (message === undefined) return inEnglish(put(pattern, values, speaker('en')));
  return say(message, Object.fromEntries(values.map((value, at) => [String(at), part(value, say)])));
}

/** The same for parts of a page that have no messages yet. */
export const toldBlock = (block: Part, say: Say): Part =>
  say.language === 'en' ? block : html`<div lang="en" dir="ltr">${block}</div>`;

const inEnglish = (text: Part): Html => html`<span lang="en" dir="ltr">${text}</span>`;

const isSentence = (text: Sentence | Part): text is Sentence =>
  typeof text === 'string' || (typeof text === 'object' && !(text instanceof Html) && 'pattern' in text);

/** A value, as it stands in a sentence. What is neither a number nor a sentence is somebody's word, in whatever script. */
function part(value: SaidValue, say: Say): Part {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return say.language === 'en' ? value : html`<bdi>${value}</bdi>`;
  if ('day' in value) return longDay(new Date(value.day), say.language);
  if ('time' in value) return longTime(new Date(value.time), say.language);
  return told(value, say);
}

/** The pattern as it is, with its values in their places. */
function put(pattern: string, values: Said['values'], say: Say): Part {
  if (values.length === 0) return pattern;
  return pattern.split(/\{(\d+)\}/).map((piece, at) => {
    const value = at % 2 === 1 ? values[Number(piece)] : undefined;
    return value === undefined ? piece : part(value, say);
  });
}
