import { createHash } from 'node:crypto';
import type { PersonIri } from '../../community/ids.ts';

/** Kept by the browser alone: this server writes it down nowhere, and reads it only to draw a line on the page. */
export const LAST_HERE_COOKIE = 'folkmoot-lately';

/** After so long away, what was the newest then is where the line is drawn. */
const AWAY_MS = 30 * 60_000;

/** What a browser remembers of somebody's look at *Lately*. */
interface LastHere {
  /** Where the line is; absent on the first visit. */
  readonly line?: Date;
  /** The newest that was shown. */
  readonly newest: Date;
  readonly at: Date;
}

/** Where the line is drawn now, and what the browser is to remember. `text` is what it remembered, of anybody. */
export function lastHere(
  text: string,
  { person, newest, now }: { readonly person: PersonIri; readonly newest: Date | undefined; readonly now: Date },
): { readonly line?: Date; readonly remember: string } {
  const before = read(text, person);
  const isBack = before !== null && now.getTime() - before.at.getTime() > AWAY_MS;
  const line = isBack ? before.newest : before?.line;
  const latest = newest ?? before?.newest ?? now;
  const times = [line ?? new Date(0), latest, now].map((at) => at.getTime().toString(36));
  return { remember: [mark(person), ...times].join('.'), ...(line === undefined ? {} : { line }) };
}

function read(text: string, person: PersonIri): LastHere | null {
  const [whose, ...times] = text.split('.');
  if (whose !== mark(person) || times.length !== 3 || !times.every((time) => /^[0-9a-z]{1,9}$/.test(time))) return null;
  const [line, newest, at] = times.map((time) => Number.parseInt(time, 36)) as [number, number, number];
  return { newest: new Date(newest), at: new Date(at), ...(line === 0 ? {} : { line: new Date(line) }) };
}

/** Whoever else signs in with the same browser has a line of her own. */
const mark = (person: PersonIri): string => createHash('sha256').update(person).digest('hex').slice(0, 8);
