const HOUR = 60 * 60 * 1000;

/** Mastodon's window: queued deliveries arrive hours late, clocks run an hour ahead. */
const OLDEST_MS = 12 * HOUR;
const NEWEST_MS = HOUR;

const HTTP_DATE = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]0000)$/;

/** The moment in a Date header (RFC 9110 §5.6.7), or undefined: Date.parse alone would take `foo 1` for a date. */
export function parseHttpDate(text: string): Date | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether a request signed at that moment may still be taken: at most 12 hours old, at most 1 hour ahead of us. */
export function isFresh(signedAt: Date, now: Date): boolean {
  const age = now.getTime() - signedAt.getTime();
  return age <= OLDEST_MS && age >= -NEWEST_MS;
}
