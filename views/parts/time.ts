import type { Html } from '../html.ts';
import { html } from '../html.ts';

const UTC = { timeZone: 'UTC' } as const;
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...UTC });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', ...UTC });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...UTC });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...UTC });

const dayInWords = (at: Date): string => `${WEEKDAY.format(at)} ${DAY.format(at)}`;

/** “Thu 14 Nov 2024, 18:00 UTC”: the same words for everybody, so nobody misses a closing time. */
export const inWords = (at: Date): string => `${dayInWords(at)}, ${CLOCK.format(at)} UTC`;

/** “14 Nov”: for a picture, which has its exact times in the table beside it. */
export const shortDay = (at: Date): string => SHORT.format(at);

/** A point in time, exact for machines and in words for people. */
export function time(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${inWords(at)}</time>`;
}

/** A day, where the hour does not matter. */
export function day(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${dayInWords(at)}</time>`;
}
