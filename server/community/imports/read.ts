import { LONGEST_LIST_TITLE } from '../own-list.ts';
import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { type Sentence, said, together } from '../said.ts';
import { oneLine } from '../text.ts';
import { readHost } from '../unwanted.ts';
import { decodeText, type Row, readCsv } from './csv.ts';
import { type ImportFault, type ImportItem, type ImportKind, MOST_LINES, type ReadFile } from './kinds.ts';
import { readOpml } from './opml.ts';

type Code = 'not-text' | 'too-many-lines' | 'nothing-in-it' | 'another-kind';
type Unfit = { readonly why: Sentence };
type Line = ImportItem | Unfit;

const HANDLE = /^@?([\w.-]{1,100})@([\w.-]{1,253}(?::\d{1,5})?)$/;
/** The first cell of the first row where it names what is below, in any case and with or without `#`. */
const HEADINGS = ['account address', 'domain', 'uri', 'list name', 'list_name', 'list title'];

/**
 * Reads a file that Mastodon exported, with or without a first row of headings; for follows also OPML.
 *
 * @param ownHost stands behind names that are written without a server
 */
export function readImport(kind: ImportKind, bytes: Uint8Array, ownHost: string): Result<ReadFile, Code> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused('not-text', decoded.why);
  const isOpml = /^\s*<(\?xml|opml|!doctype)/i.test(decoded.text);
  if (isOpml && kind !== 'follows') {
    return refused('another-kind', 'This is a list of feeds (OPML). It can be brought in under “Follows” only.');
  }
  const rows = isOpml ? readOpml(decoded.text, MOST_LINES) : rowsOf(decoded.text);
  if (rows.length > MOST_LINES) {
    return refused(
      'too-many-lines',
      said`A file may have ${MOST_LINES} lines at most. Split this one and send the parts.`,
    );
  }
  const items: ImportItem[] = [];
  const faults: ImportFault[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const read = READERS[kind](row, ownHost);
    if ('why' in read) {
      faults.push({ line: row.line, text: read.why });
      continue;
    }
    const key = `${read.list ?? ''}\n${read.subject.toLowerCase()}`;
    // Said twice is said.
    if (!seen.has(key)) items.push(read);
    seen.add(key);
  }
  if (items.length > 0) return accepted({ items, faults });
  const [fault] = faults;
  const what =
    fault === undefined
      ? said`There is nothing in this file.`
      : together(said`No line can be used. Line ${fault.line}:`, fault.text);
  const todo = said`Choose what the file holds, and send it as you downloaded it.`;
  return refused('nothing-in-it', together(what, todo));
}

function rowsOf(text: string): readonly Row[] {
  const rows = readCsv(text, MOST_LINES + 1);
  const heading = (rows[0]?.cells[0] ?? '').toLowerCase().replace(/^#/, '');
  return HEADINGS.includes(heading) ? rows.slice(1) : rows;
}

const READERS: Readonly<Record<ImportKind, (row: Row, ownHost: string) => Line>> = {
  follows: accountIn,
  blocks: accountIn,
  mutes(row, ownHost) {
    const read = accountIn(row, ownHost);
    // As Mastodon does it: notifications are silenced unless it is said that they are not.
    return 'why' in read ? read : { ...read, notices: !/^(false|0|f|off)$/i.test(row.cells[1] ?? '') };
  },
  domains({ line, cells: [typed = ''] }) {
    const subject = readHost(typed);
    return subject === null ? unfit(said`“${short(typed)}” is not the name of a server.`) : { line, subject };
  },
  bookmarks({ line, cells: [typed = ''] }) {
    const isAddress = /^https?:\/\//.test(typed) && typed.length <= 2000 && URL.canParse(typed);
    return isAddress ? { line, subject: typed } : unfit(said`“${short(typed)}” is not the address of a post.`);
  },
  lists({ line, cells: [title = '', ...rest] }, ownHost) {
    const list = oneLine(title).slice(0, LONGEST_LIST_TITLE);
    if (list === '') return unfit(said`The name of the list is missing.`);
    const read = accountIn({ line, cells: rest }, ownHost);
    return 'why' in read ? read : { ...read, list };
  },
};

function accountIn({ line, cells: [typed = ''] }: Row, ownHost: string): Line {
  const bare = typed.replace(/^acct:/i, '');
  if (/^https?:\/\//.test(bare) && bare.length <= 2000 && URL.canParse(bare)) return { line, subject: bare };
  const [, name, host] = HANDLE.exec(bare.includes('@', 1) ? bare : `${bare}@${ownHost}`) ?? [];
  if (name === undefined || host === undefined)
    return unfit(said`“${short(typed)}” is not an account. One is written name@server.`);
  return { line, subject: `${name}@${host.toLowerCase()}` };
}

const unfit = (why: Sentence): Unfit => ({ why });

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
