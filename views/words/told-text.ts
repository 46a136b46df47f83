import type { SaidValue, Sentence } from '../../server/community/said.ts';
import { longDay, longTime } from '../parts/time.ts';
import { SENTENCES } from './said/index.ts';
import { type Say, speaker } from './speaking.ts';

/** What a decision said, in the reader's language, as plain text: for letters, and for scripts of pages. */
export function toldText(sentence: Sentence, say: Say): string {
  const { pattern, values } = typeof sentence === 'string' ? { pattern: sentence, values: [] } : sentence;
  const message = say.language === 'en' ? undefined : SENTENCES.get(pattern);
  if (message === undefined) return put(pattern, values, isOnlyPlaces(pattern) ? say : speaker('en'));
  return say.text(message, Object.fromEntries(values.map((value, at) => [String(at), inPlace(value, say)])));
}

/** Sentences one after the other: there is nothing in it to translate. */
export const isOnlyPlaces = (pattern: string): boolean => /^(?:[–\s]*\{\d+\})+\s*$/.test(pattern);

function inPlace(value: SaidValue, say: Say): string | number {
  if (typeof value !== 'object') return value;
  if ('day' in value) return longDay(new Date(value.day), say.language);
  if ('time' in value) return longTime(new Date(value.time), say.language);
  return toldText(value, say);
}

const put = (pattern: string, values: readonly SaidValue[], say: Say): string =>
  pattern.replaceAll(/\{(\d+)\}/g, (place, at) => {
    const value = values[Number(at)];
    return value === undefined ? place : String(inPlace(value, say));
  });
