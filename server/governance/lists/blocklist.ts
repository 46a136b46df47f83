import { parseServer, type ServerLevel } from '../servers.ts';

/** What a list of servers says about one of them. */
export interface Listed {
  readonly server: string;
  readonly level: Exclude<ServerLevel, 'allow'>;
  /** In the words of whoever keeps the list; may be empty. */
  readonly reason: string;
}

/** Longer lists nobody could look through; what comes after is left out. */
const MOST_ENTRIES = 5000;
const MOST_CHARACTERS = 500;

/**
 * Reads a list as Mastodon and many others export it: CSV with the columns domain, severity, reject_media and
 * public_comment, in any order, with or without a `#` before their names; the domain alone without a first line. Names
 * that are obfuscated, entries that ask for nothing, and whatever cannot be read are left out. Of two lines about one
 * server the first counts.
 */
export function readBlocklist(text: string): readonly Listed[] {
  const [first = [], ...rest] = readCsv(text);
  const names = first.map((name) => name.trim().replace(/^#/, '').toLowerCase());
  const named = names.includes('domain');
  const at = (name: string) => (named ? names.indexOf(name) : name === 'domain' ? 0 : -1);
  const found = new Map<string, Listed>();
  for (const row of named ? rest : [first, ...rest]) {
    const cell = (name: string) => row[at(name)]?.trim() ?? '';
    const server = parseServer(cell('domain'));
    const level = levelOf(named ? cell('severity') : 'suspend', cell('reject_media'));
    if (server === null || level === null || found.has(server)) continue;
    found.set(server, { server, level, reason: cell('public_comment').slice(0, MOST_CHARACTERS) });
    if (found.size >= MOST_ENTRIES) break;
  }
  return [...found.values()];
}

function levelOf(severity: string, rejectMedia: string): Listed['level'] | null {
  switch (severity.toLowerCase()) {
    case 'suspend':
      return 'suspend';
    case 'silence':
    case 'limit':
      return 'limit';
    default:
      return /^(true|1|yes)$/i.test(rejectMedia) ? 'reject-media' : null;
  }
}

/** Rows of cells, by RFC 4180: a quoted cell may hold commas, line ends, and quotes written twice. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(,|\r?\n|^)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g;
  for (const [, before = '', quoted, plain = ''] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    if (before !== ',' && before !== '') rows.push([]);
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
