const DAY_MS = 86_400_000;
/** `14:05:09.123Z` */
const TIME_LENGTH = 13;
const ZERO = '0'.charCodeAt(0);
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The day that was asked for last, and how its texts begin: entries of a record mostly follow each other on one day. */
let lastDay = Number.NaN;
let dayText = '';
/** How the texts of days begin: what ends a few days later is said again and again beside what happens now. */
const dayTexts = new Map<number, string>();

/** The date that `toISOString` writes so; undefined for anything else: reading must not lose a difference. */
export function dateFromIso(text: unknown): Date | undefined {
  if (typeof text !== 'string') return undefined;
  const onLastDay = text.startsWith(dayText) && text.length === dayText.length + TIME_LENGTH;
  const date = new Date(onLastDay ? lastDay * DAY_MS + msOf(text, dayText.length) : text);
  // Whatever was read there, it is the right date exactly when it writes the same text.
  return !Number.isNaN(date.getTime()) && isoText(date) === text ? date : undefined;
}

/** Milliseconds into the day that the digits of a time say. */
function msOf(text: string, at: number): number {
  const two = (place: number) => 10 * text.charCodeAt(at + place) + text.charCodeAt(at + place + 1) - 11 * ZERO;
  const seconds = 3600 * two(0) + 60 * two(3) + two(6);
  return 1000 * seconds + 10 * two(9) + text.charCodeAt(at + 11) - ZERO;
}

/** An invalid date throws here. */
function beginning(day: number, date: Date): string {
  const text = date.toISOString().slice(0, -TIME_LENGTH);
  if (dayTexts.size > 1000) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

/** What `toISOString` writes, several times as fast where many dates of one day follow each other. */
export function isoText(date: Date): string {
  const time = date.getTime();
  const day = Math.floor(time / DAY_MS);
  if (day !== lastDay) {
    dayText = dayTexts.get(day) ?? beginning(day, date);
    lastDay = day;
  }
  const inDay = time - day * DAY_MS;
  const ms = inDay % 1000;
  const seconds = (inDay - ms) / 1000;
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const clock = `${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[seconds % 60]}`;
  return `${dayText}${clock}.${ms < 100 ? '0' : ''}${ms < 10 ? '0' : ''}${ms}Z`;
}
