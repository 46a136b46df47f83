import type { Inbox, Received } from '../../server/ports/federation.ts';

/** Takes activities in durably, many in one write. */
export interface Accepting {
  /** Durable when it returns. */
  accept(received: Received): Promise<void>;
  /** Whether more may wait for the next write. */
  hasRoom(): boolean;
  /** Whether many come in just now. */
  isBusy(): boolean;
}

/** More than this waiting for one write, and senders are asked to come again. */
const MOST_WAITING = 2000;
/** A write of so many means that many come in; it says so for a moment. */
const MANY = 8;
const MOMENT_MS = 20;

interface Waiting {
  readonly received: Received;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Group commit: whatever arrived while the last write was under way goes into the next one. An answer is given when
 * its write is durable.
 */
export function createAccepting(inbox: Pick<Inbox, 'accept'>, onNew: () => void): Accepting {
  let waiting: Waiting[] = [];
  let writing = false;
  let busyUntil = 0;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      if (batch.length >= MANY) busyUntil = performance.now() + MOMENT_MS;
      try {
        await inbox.accept(batch.map(({ received }) => received));
        for (const { resolve } of batch) resolve();
        onNew();
      } catch (cause) {
        for (const { reject } of batch) reject(cause);
      }
    }
    writing = false;
  }

  return {
    accept: (received) =>
      new Promise((resolve, reject) => {
        waiting.push({ received, resolve, reject });
        if (!writing) void write();
      }),
    hasRoom: () => waiting.length < MOST_WAITING,
    isBusy: () => performance.now() < busyUntil,
  };
}
