import type { Counts, Targets } from './support/deck.ts';

/** Who takes part. `reference` is no peer: it does only what nobody can leave out, and marks the machine's limit. */
export type Name = 'folkmoot' | 'reference' | 'fedify';

/** A server that can be started on its prepared data, as often as it is needed. */
export interface Contestant {
  readonly name: Name;
  readonly origin: string;
  /** Where the loader sends. */
  readonly inbox: string;
  readonly targets: Targets;
  /** Documents to GET: an actor, and the first page of an outbox with 20 items. */
  readonly actor: string;
  readonly outboxPage: string;
  /** When an activity is durable: with the 202, or only once it has been processed. */
  readonly durableWith: 'answer' | 'processing';
  /** What `standing` looks at, in a few words for the report. */
  readonly looksAt: string;
  /** Starts it on a fresh copy of its data. */
  start(): Promise<Running>;
}

/** A contestant's processes while they run. */
export interface Running {
  /** The server's own process, and the database's where that is another. */
  readonly pids: { readonly server: number; readonly engine?: number };
  /** How many posts, likes and votes stand there together: cheap, so that it can be asked often. */
  standing(): Promise<number>;
  /** The same by kind, counted one by one. */
  counts(): Promise<Counts>;
  /** Waits until nothing is left to do, deliveries included. */
  quiet(): Promise<void>;
  /** Gets ready to publish to an audience: signs its author in, where that is needed. */
  ready(audience: string): Promise<void>;
  /** Publishes one post to an audience that was prepared. Returns when the call has returned. */
  publish(audience: string): Promise<void>;
  stop(): Promise<void>;
}
