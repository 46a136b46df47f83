import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Language } from '../words/language.ts';

/** English days are written as in Britain: the day before the month. */
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** Made when it is first used: all of them would take a tenth of the time of a start. */
function inUtc(parts: Intl.DateTimeFormatOptions): (at: Date, language?: Language) => string {
  const formats = new Map<Language, Intl.DateTimeFormat>();
  return (at, language = 'en') => {
    const format = formats.get(language) ?? new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: 'UTC' });
    formats.set(language, format);
    return format.format(at);
  };
}

const weekday = inUtc({ weekday: 'short' });
const dayOfYear = inUtc({ day: 'numeric', month: 'short', year: 'numeric' });
const wholeDay = inUtc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const clock = inUtc({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** English stands without the comma that its locale puts after the weekday. */
const dayInWords = (at: Date, language: Language): string =>
  language === 'en' ? `${weekday(at)} ${dayOfYear(at)}` : wholeDay(at, language);

/** “Thu 14 Nov 2024, 18:00 UTC”: the same time for everybody, so nobody misses a closing time. */
export const inWords = (at: Date, language: Language = 'en'): string =>
  `${dayInWords(at, language)}${language === 'ar' ? '،' : ','} ${clock(at, language)} UTC`;

/** “14 Nov”: for a picture, which has its exact times in the table beside it. */
export const shortDay = inUtc({ day: 'numeric', month: 'short' });

/** “14 November 2024”: for a sentence about a day to come. */
export const longDay = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });

/** “14 November 2024, 18:00 UTC”: in a sentence that is told as a whole. */
export const longTime = (at: Date, language: Language = 'en'): string =>
  `${longDay(at, language)}${language === 'ar' ? '،' : ','} ${clock(at, language)} UTC`;

/** A point in time, exact for machines and in words for people. */
export function time(at: Date, language: Language = 'en'): Html {
  return html`<time datetime="${at.toISOString()}">${inWords(at, language)}</time>`;
}

/** A day, where the hour does not matter. */
export function day(at: Date, language: Language = 'en'): Html {
  return html`<time datetime="${at.toISOString()}">${dayInWords(at, language)}</time>`;
}
