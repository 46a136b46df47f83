import type { Html } from '../html.ts';
import { html } from '../html.ts';

/** Made when it is first used: the four of them would take a tenth of the time of a start. */
function inUtc(parts: Intl.DateTimeFormatOptions): (at: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (at) => {
    format ??= new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
    return format.format(at);
  };
}

const weekday = inUtc({ weekday: 'short' });
const dayOfYear = inUtc({ day: 'numeric', month: 'short', year: 'numeric' });
const clock = inUtc({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const dayInWords = (at: Date): string => `${weekday(at)} ${dayOfYear(at)}`;

/** “Thu 14 Nov 2024, 18:00 UTC”: the same words for everybody, so nobody misses a closing time. */
export const inWords = (at: Date): string => `${dayInWords(at)}, ${clock(at)} UTC`;

/** “14 Nov”: for a picture, which has its exact times in the table beside it. */
export const shortDay = inUtc({ day: 'numeric', month: 'short' });

/** A point in time, exact for machines and in words for people. */
export function time(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${inWords(at)}</time>`;
}

/** A day, where the hour does not matter. */
export function day(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${dayInWords(at)}</time>`;
}
