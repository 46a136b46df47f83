import { type Sentence, said } from '../said.ts';

/** Tables as text (RFC 4180), read as people's programs write them, and written so that none of those runs what it reads. */

/** A row, and the line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** So many cells of a row are read. */
const MOST_CELLS = 20;

/**
 * Reads a table. Empty lines are passed over; a quotation that does not end, ends with the file.
 *
 * @param most a row after so many ends the reading; that there are more shows by getting one more
 */
export function readCsv(text: string, most: number): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length <= most) {
    const first = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      const cell = cellAt(text, at);
      line += cell.lines;
      at = cell.next;
      if (cells.length < MOST_CELLS) cells.push(unguarded(cell.text.trim()));
      more = text[at] === ',';
      if (more) at += 1;
    }
    // The line end itself, in any of its spellings.
    if (text.startsWith('\r\n', at)) at += 2;
    else at += 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) rows.push({ line: first, cells });
  }
  return rows;
}

const END = /[,\r\n]/g;
const QUOTE = /"/g;

/** The cell that begins at a place, where it ends, and how many line ends are in it. */
function cellAt(text: string, from: number): { readonly text: string; readonly next: number; readonly lines: number } {
  if (text[from] !== '"') {
    const next = placeOf(END, text, from);
    return { text: text.slice(from, next), next, lines: 0 };
  }
  let said = '';
  let at = from + 1;
  for (;;) {
    const quote = placeOf(QUOTE, text, at);
    said += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    said += '"';
    at += 1;
  }
  const next = placeOf(END, text, Math.min(at, text.length));
  return { text: said, next, lines: said.split('\n').length - 1 };
}

function placeOf(sign: RegExp, text: string, from: number): number {
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}

/** What spreadsheets take for a formula (OWASP, CSV injection); and what one becomes by being written as a text. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A table that can be opened with anything: a cell that would be a formula is a text there, by a `'` before it. */
export const writeCsv = (rows: Iterable<readonly string[]>): string =>
  [...rows].map((cells) => `${cells.map(cellFor).join(',')}\n`).join('');

function cellFor(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The `'` that was put before it is not part of it. */
const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Sentence };

/** A file as text: UTF-8, or UTF-16 where it begins by saying so, as spreadsheets write it. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, why: NO_TEXT } : { ok: true, text };
  } catch {
    return { ok: false, why: isWide ? NO_TEXT : NOT_UTF8 };
  }
}

const NO_TEXT = said`This is no text file. Send the CSV or OPML file as you downloaded it.`;
const NOT_UTF8 = said`The letters in this file are written in a way that is not UTF-8. Save it as “CSV UTF-8” and send it again.`;
