import type { Log } from '../../server/log.ts';
import type { Deliveries, Settled } from '../../server/ports/federation.ts';
import type { DeliveryLimits } from './limits.ts';

/** What became of deliveries, written down many at a time. */
export interface Settling {
  add(settled: Settled): void;
  /** Writes whatever there is; settled when it is written, or the database did not take it. */
  flush(): Promise<void>;
  /** The same for the last time: what the database does not take now is left to its leases. */
  close(): Promise<void>;
}

/** How long to wait when the database does not answer. */
const TROUBLE_MS = 1000;

/**
 * Group commit: what is gathered while the last write was under way, or for a moment, goes into the next one. A
 * delivery is at least once, so a mark that comes late, or is lost in a crash, costs a repetition and nothing else.
 */
export function createSettling({
  deliveries,
  limits,
  log,
  onSettled,
}: {
  readonly deliveries: Pick<Deliveries, 'settle'>;
  readonly limits: Pick<DeliveryLimits, 'settleMs' | 'settleMost'>;
  readonly log: Log;
  /** These are written down. */
  readonly onSettled: (batch: readonly Settled[]) => void;
}): Settling {
  let waiting: Settled[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  function soon(ms: number): void {
    timer ??= setTimeout(() => void write(), ms);
  }

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeOnce().finally(() => {
      writing = undefined;
    });
    return writing;
  }

  async function writeOnce(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await deliveries.settle(batch);
      onSettled(batch);
      if (waiting.length > 0) soon(limits.settleMs);
    } catch (error) {
      waiting = [...batch, ...waiting];
      log.error({ error, count: batch.length }, 'What became of deliveries cannot be kept; trying again in a second.');
      soon(TROUBLE_MS);
    }
  }

  async function flush(): Promise<void> {
    // What is being written now is not all there is.
    await writing;
    await write();
  }

  return {
    add(settled) {
      waiting.push(settled);
      if (waiting.length >= limits.settleMost && writing === undefined) void write();
      else soon(limits.settleMs);
    },
    flush,
    async close() {
      await flush();
      clearTimeout(timer);
    },
  };
}
