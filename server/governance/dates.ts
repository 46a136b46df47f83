/** Reckoning with the community's time. Days are 24 hours: a term must not depend on where the server stands. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const addHours = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR_MS);
export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY_MS);

/** The same day and time some months later (UTC); the last day of that month where it has no such day. */
export function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return moved;
}

/** Whole days from one time to another, never below 0. */
export function wholeDays(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}

export const earlier = (a: Date, b: Date): Date => (b < a ? b : a);
export const later = (a: Date, b: Date): Date => (b > a ? b : a);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `3 May 2026` (UTC), for sentences. */
export function dayInWords(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `3 May 2026, 14:05 UTC`, for sentences. */
export function timeInWords(date: Date): string {
  return `${dayInWords(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}
