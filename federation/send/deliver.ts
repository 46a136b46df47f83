import { setTimeout as pass } from 'node:timers/promises';
import type { Clock } from '../../server/clock.ts';
import type { Log } from '../../server/log.ts';
import type { Keys } from '../../server/ports/actors.ts';
import type { Activities, Deliveries, Delivery } from '../../server/ports/federation.ts';
import type { GuardedFetch } from '../fetch/guarded-fetch.ts';
import { createAlarm } from './alarm.ts';
import { createLanes } from './lanes.ts';
import { DELIVERY_LIMITS, type DeliveryLimits } from './limits.ts';
import { createPost } from './post-to-inbox.ts';

/** The worker that carries activities to inboxes, at least once each. */
export interface Deliverer {
  /** Begins with whatever is due, also from before a restart or a crash. */
  start(): void;
  /** Takes nothing new and waits a few seconds for what is on its way; the rest is left to its leases. */
  stop(): Promise<void>;
  /** One round, for tests: claims what is due now and settles it. How many were claimed. */
  tick(): Promise<number>;
  /** There may be something to do: look now instead of at the end of the pause. */
  wake(): void;
}

export interface DelivererParts {
  readonly deliveries: Deliveries;
  readonly activities: Pick<Activities, 'byIri'>;
  readonly keys: Pick<Keys, 'signingKey'>;
  readonly fetch: Pick<GuardedFetch, 'post'>;
  /** The machine's own time: for signatures, leases and retries. */
  readonly wall: Clock;
  readonly log: Log;
  /** From 0 to 1, evenly. Default Math.random. */
  readonly jitter?: () => number;
  readonly limits?: Partial<DeliveryLimits>;
}

/** How long to wait when the database does not answer. */
const TROUBLE_MS = 1000;

/**
 * Builds the worker (performance.md §4, fan-out). Each host has a lane of its own with two places, so that one that
 * hangs holds up nobody else; a host that keeps failing is left alone for a while (hosts.ts). Any number of workers
 * may share one queue: a claim is a lease.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { deliveries, wall, log, jitter = Math.random } = parts;
  const limits: DeliveryLimits = { ...DELIVERY_LIMITS, ...parts.limits };
  const breakOff = new AbortController();
  const lanes = createLanes({
    deliveries,
    post: createPost(parts),
    wall,
    log,
    jitter,
    limits,
    signal: breakOff.signal,
  });
  const alarm = createAlarm();
  const underWay = new Map<string, Promise<void>>();
  let inFlight = 0;
  let running: Promise<void> | undefined;
  let stopping = false;

  /** Claims what there is room for and sets it going. */
  async function claim(): Promise<readonly Delivery[]> {
    const limit = limits.inFlight - inFlight;
    if (limit <= 0) return [];
    const now = wall.now();
    const without = [...underWay.keys(), ...lanes.paused(now)];
    const { leaseMs, perHost } = limits;
    const claimed = await deliveries.claim({ now, leaseMs, limit, perHost, without });
    for (const [host, batch] of Map.groupBy(claimed, (delivery) => delivery.host)) setGoing(host, batch);
    return claimed;
  }

  function setGoing(host: string, batch: readonly Delivery[]): void {
    inFlight += batch.length;
    const lane = lanes.run(host, batch).then(() => {
      inFlight -= batch.length;
      underWay.delete(host);
      alarm.ring();
    });
    underWay.set(host, lane);
  }

  async function work(): Promise<void> {
    while (!stopping) {
      try {
        const claimed = await claim();
        if (claimed.length === 0) await alarm.sleep(limits.idleMs);
      } catch (error) {
        log.error({ error }, 'The queue of deliveries cannot be read; looking again in a second.');
        await alarm.sleep(TROUBLE_MS);
      }
    }
  }

  return {
    start() {
      running ??= work();
    },
    async stop() {
      stopping = true;
      alarm.ring();
      await running;
      const settled = Promise.all(underWay.values());
      const late = new AbortController();
      await Promise.race([settled, pass(limits.stopMs, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
      breakOff.abort();
      await settled;
    },
    async tick() {
      const claimed = await claim();
      await Promise.all(underWay.values());
      return claimed.length;
    },
    wake: alarm.ring,
  };
}
