import { firstQuarter, isTimeZone, type LocalTime, localTime } from './local-time.ts';
import type { Result } from './result.ts';
import { accepted, refused } from './result.ts';

/**
 * When nothing pushes itself on somebody: no message to her phone, no letter of news. What she opens herself is there
 * at any time, and so are letters that she asked for at that moment.
 */
export interface QuietHours {
  readonly on: boolean;
  /** Full hours of the day, 0 to 23, on the clocks where she is. Over midnight where `from` is the later one. */
  readonly from: number;
  readonly until: number;
  /** All of Saturday and Sunday as well. */
  readonly weekends: boolean;
  /** IANA, such as `Europe/Berlin`. */
  readonly zone: string;
}

/** What everybody has who has not chosen otherwise. */
export const usualQuietHours = (zone: string): QuietHours => ({ on: true, from: 21, until: 8, weekends: false, zone });

const HOUR_MS = 60 * 60_000;
/** From Friday evening to Monday evening is the longest there is; a clock may be changed in it. */
const LONGEST_DAYS = 5;

function isQuietThen({ from, until, weekends }: QuietHours, { weekday, minute }: LocalTime): boolean {
  if (weekends && (weekday === 0 || weekday === 6)) return true;
  const [begins, ends] = [from * 60, until * 60];
  return begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
}

/** When the quiet hours that somebody is in end; `null` outside of them. The end itself is outside. */
export function quietUntil(hours: QuietHours, now: Date): Date | null {
  if (!hours.on || !isQuietThen(hours, localTime(now, hours.zone))) return null;
  return firstQuarter(now, hours.zone, (local) => !isQuietThen(hours, local), { days: LONGEST_DAYS });
}

/** So long, at the most, something waits for quiet hours to end. */
export function longestQuietMs({ on, from, until, weekends }: QuietHours): number {
  if (!on) return 0;
  const night = (until - from + 24) % 24;
  // Where the weekend is quiet, the nights before and after it may be as well; and clocks are put back once a year.
  return (weekends ? 48 + 2 * night + 1 : night + 1) * HOUR_MS;
}

/** Quiet hours as somebody chose them in a form. */
export function readQuietHours(given: {
  readonly on: boolean;
  readonly from: string;
  readonly until: string;
  readonly weekends: boolean;
  readonly zone: string;
}): Result<QuietHours, 'bad-hours' | 'bad-zone'> {
  const { on, weekends, zone } = given;
  const [from, until] = [hourIn(given.from), hourIn(given.until)];
  if (!isTimeZone(zone)) return refused('bad-zone', 'Choose a time zone from the list.');
  if (from === null || until === null || from === until) {
    return refused('bad-hours', 'Choose two different hours: when it becomes quiet, and until when.');
  }
  return accepted({ on, from, until, weekends, zone });
}

function hourIn(text: string): number | null {
  return /^([01]?\d|2[0-3])$/.test(text) ? Number(text) : null;
}
