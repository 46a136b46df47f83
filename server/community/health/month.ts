/** A calendar month in UTC, `2026-10`. */
export type Month = string & { readonly month: unique symbol };

const DAY_MS = 24 * 60 * 60 * 1000;
/** An ask has so long to be answered, so a month is told of so long after its end. */
export const ANSWER_MS = 14 * DAY_MS;

export const month = (text: string): Month => text as Month;

/** The month as somebody asks for it; `null` for what is none. */
export const readMonth = (text: string): Month | null => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? month(text) : null);

export const monthOf = (at: Date): Month => month(at.toISOString().slice(0, 7));

/** Its first moment. */
export const startOf = (name: Month): Date => new Date(`${name}-01T00:00:00.000Z`);

/** The month so many months later; earlier for less than nothing. */
export function monthsLater(name: Month, months: number): Month {
  const start = startOf(name);
  return monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)));
}

/** The first moment that is no longer in it. */
export const endOf = (name: Month): Date => startOf(monthsLater(name, 1));

/** When it is told of. */
export const toldFrom = (name: Month): Date => new Date(endOf(name).getTime() + ANSWER_MS);

/** The last month that can be told of by now. */
export const lastToldAt = (now: Date): Month => monthsLater(monthOf(new Date(now.getTime() - ANSWER_MS)), -1);

/** Months before and with one, oldest first. */
export const monthsUpTo = (last: Month, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, at) => monthsLater(last, at + 1 - count));
