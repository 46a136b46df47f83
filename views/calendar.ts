/** A session as calendars take it. */
export interface CalendarEvent {
  /** The same for the same session, for ever. */
  readonly uid: string;
  /** When it was written or last changed. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt?: Date;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  readonly place?: string;
  /** Its page. */
  readonly url: string;
}

const MOST_OCTETS = 75;

/** One event as a calendar file (RFC 5545): nobody is invited by it, and nobody is asked whether she comes. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, stamp, startsAt, endsAt, title, text, place, url } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Folkmoot//Learning sessions//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(startsAt)}`,
    ...(endsAt === undefined ? [] : [`DTEND:${utc(endsAt)}`]),
    `SUMMARY:${escaped(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    // A URI stands as it is.
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20261203T183000Z` */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in such a file
    .replaceAll(/[\x00-\x08\x0b-\x1f\x7f]/g, '');

/** A line of at most 75 octets; what is longer goes on after a space, and no character is parted. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const sign of line) {
    if (Buffer.byteLength(current + sign) > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += sign;
  }
  return [...lines, current].join('\r\n');
}
