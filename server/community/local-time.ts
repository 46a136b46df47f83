/** A moment as clocks on the wall show it somewhere. */
export interface LocalTime {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight: 0 to 1439. */
  readonly minute: number;
}

const QUARTER_MS = 15 * 60_000;
const LONGEST_ZONE = 60;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Making one costs a hundred times what asking it costs. There are some six hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

/** Whether a text names a time zone (IANA) that this machine knows, such as `Europe/Berlin`. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text) || text.length > LONGEST_ZONE) return false;
  if (formats.has(text)) return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** @param zone one that `isTimeZone` */
export function localTime(at: Date, zone: string): LocalTime {
  const parts = formatFor(zone).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(value('weekday')),
    minute: Number(value('hour')) * 60 + Number(value('minute')),
  };
}

/**
 * The first quarter of an hour after a moment at which something is so, by the clocks of a zone. Zones keep a distance
 * of whole quarters from UTC and change their clocks at whole quarters, so that whatever begins at a full hour there is
 * found exactly, also where clocks jump over it or show it twice.
 *
 * @param days how far to look; it must come within that
 */
export function firstQuarter(
  after: Date,
  zone: string,
  isSo: (local: LocalTime) => boolean,
  { days }: { readonly days: number },
): Date {
  let at = (Math.floor(after.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  const end = at + days * 24 * 60 * 60_000;
  while (at < end && !isSo(localTime(new Date(at), zone))) at += QUARTER_MS;
  return new Date(at);
}

/**
 * The moment at which clocks in a zone show a date and a time, `2026-12-03T18:30`; `null` where that names none. Where
 * clocks are put back and show it twice, one of the two; where they jump over it, an hour beside it.
 *
 * @param zone one that `isTimeZone`
 */
export function momentAt(text: string, zone: string): Date | null {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?$/.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined) return null;
  const asUtc = new Date(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  // What the zone's clocks are ahead of UTC, first about then and then at the moment found.
  const ahead = (at: Date): number => {
    const { weekday, minute } = localTime(at, zone);
    const days = ((weekday - at.getUTCDay() + 10) % 7) - 3;
    return (days * 1440 + minute - (at.getUTCHours() * 60 + at.getUTCMinutes())) * 60_000;
  };
  const near = new Date(asUtc.getTime() - ahead(asUtc));
  return new Date(asUtc.getTime() - ahead(near));
}
