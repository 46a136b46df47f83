import type { Listed } from '../governance/lists/blocklist.ts';

/** A server as a list kept elsewhere has it, waiting for members to look at it. */
export interface ListedServer extends Listed {
  /** The list's address. */
  readonly list: string;
  /** When the list first said it; what it took back and says again begins anew. */
  readonly since: Date;
}

/** What lists say that communities here look at. Nothing of it applies by itself. */
export interface ListedServers {
  /** Whether a list is to be fetched by whoever asks: once after each `before`, however many ask. */
  claim(list: string, now: Date, before: Date): Promise<boolean>;
  /** What a list says now; what it no longer says is forgotten. */
  keep(list: string, entries: readonly Listed[], now: Date): Promise<void>;
  /** What some lists have said since a time, newest first. */
  of(lists: readonly string[], since: Date, limit: number): Promise<readonly ListedServer[]>;
  /** Forgets what other lists than these said. */
  keepOnly(lists: readonly string[]): Promise<void>;
}
