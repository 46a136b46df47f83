import type { Person } from '../../community/person.ts';
import type { Subscription } from './streams.ts';

/** Something that happened, in Mastodon's words. */
export interface StreamEvent {
  readonly event: 'update' | 'status.update' | 'delete' | 'notification' | 'filters_changed' | 'conversation';
  /** JSON, or a bare number for `delete`; absent where there is nothing to say but that. */
  readonly payload?: string;
}

/** Why a stream ends. */
export type End =
  /** Whoever listens may do so no longer. */
  | 'access-ended'
  /** It reads more slowly than things happen. */
  | 'too-slow'
  /** It asks for too much. */
  | 'too-many'
  /** Something may have been missed: an app that connects again reads its lists anew. */
  | 'lost'
  | 'stopping';

/** An app that listens: one connection, for one person, with one token. */
export interface Client {
  readonly person: Person;
  /** The token's id: as long as it stands, the connection may. */
  readonly token: string;
  readonly scopes: readonly string[];
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  send(event: StreamEvent, label: readonly string[]): void;
  /** Shows whoever is in between, and the app, that the connection lives. */
  beat(): void;
  end(why: End): void;
}

/** So many bytes wait for one app at the most: what reads more slowly than that is let go of, and may come again. */
export const MOST_WAITING_BYTES = 1024 * 1024;
/** So long an app that is told that it is over has for its answer, before the connection is cut. */
export const LAST_WORDS_MS = 1000;
