import type { Sentence } from '../said.ts';

/** What can be brought along from another server: the files that Mastodon exports, and lists of feeds (OPML). */
export const IMPORT_KINDS = ['follows', 'blocks', 'mutes', 'domains', 'bookmarks', 'lists'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Add to what is there, or have afterwards what the file says and nothing else of the kind. */
export const IMPORT_MODES = ['merge', 'overwrite'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** One thing to be done, from one line of a file. */
export interface ImportItem {
  readonly line: number;
  /** An account (`name@host`, or an address), a server, or a post's address. */
  readonly subject: string;
  /** Of a mute: notifications are silenced too. */
  readonly notices?: boolean;
  /** Of a line of a list: the list's title. */
  readonly list?: string;
}

/** A line that cannot be used, and why, in a sentence. */
export interface ImportFault {
  readonly line: number;
  readonly text: Sentence;
}

/** What a file says. */
export interface ReadFile {
  readonly items: readonly ImportItem[];
  readonly faults: readonly ImportFault[];
}

/** So many lines of a file are taken. */
export const MOST_LINES = 10_000;
/** So large a file is taken, in bytes. */
export const LARGEST_FILE = 4 * 1024 * 1024;
/** So many faults are kept with their sentences; of the others only how many there are. */
export const MOST_FAULTS = 200;
