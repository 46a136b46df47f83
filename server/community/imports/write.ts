import { writeCsv } from './csv.ts';
import type { ImportKind } from './kinds.ts';

interface Kept {
  readonly subject: string;
  readonly notices?: boolean;
  readonly list?: string;
}

/** What somebody keeps, as Mastodon writes it, so that it can be brought in there and here. */
export function writeExport(kind: ImportKind, kept: readonly Kept[]): string {
  const { heading, row } = FORMATS[kind];
  return writeCsv([...(heading === undefined ? [] : [heading]), ...kept.map(row)]);
}

const alone = ({ subject }: Kept): readonly string[] => [subject];

const FORMATS: Readonly<
  Record<ImportKind, { readonly heading?: readonly string[]; readonly row: (kept: Kept) => readonly string[] }>
> = {
  follows: {
    heading: ['Account address', 'Show boosts', 'Notify on new posts', 'Languages'],
    row: ({ subject }) => [subject, 'true', 'false', ''],
  },
  mutes: {
    heading: ['Account address', 'Hide notifications'],
    row: ({ subject, notices = false }) => [subject, String(notices)],
  },
  lists: { row: ({ subject, list = '' }) => [list, subject] },
  blocks: { row: alone },
  domains: { row: alone },
  bookmarks: { row: alone },
};
