import { randomUUID } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import type { Clock } from '../../server/clock.ts';
import type { Log } from '../../server/log.ts';
import { type Pace, STEADY_PACE } from '../../server/loop.ts';
import type { Keys } from '../../server/ports/actors.ts';
import type { Activities, Deliveries, Delivery } from '../../server/ports/federation.ts';
import type { GuardedFetch } from '../fetch/guarded-fetch.ts';
import { createAlarm } from './alarm.ts';
import { createTry } from './attempt.ts';
import type { FollowersSaid } from './followers-said.ts';
import { createHeld } from './held.ts';
import { createHosts } from './hosts.ts';
import { createLanes } from './lanes.ts';
import { DELIVERY_LIMITS, type DeliveryLimits } from './limits.ts';
import { createPost } from './post-to-inbox.ts';
import { createSettling } from './settling.ts';

/** The worker that carries activities to inboxes, at least once each. */
export interface Deliverer {
  /** Begins with whatever is due, also from before a restart or a crash. */
  start(pace?: Pace): void;
  /** Takes nothing new, waits a few seconds for what is on its way, and gives the rest back to the queue. */
  stop(): Promise<void>;
  /** One round, for tests: claims what is due now and settles it. How many deliveries were claimed. */
  tick(): Promise<number>;
  /** There may be something to do: look now instead of at the end of the pause. */
  wake(): void;
}

export interface DelivererParts {
  readonly deliveries: Deliveries;
  readonly activities: Pick<Activities, 'byIri'>;
  readonly keys: Pick<Keys, 'signingKey'>;
  readonly fetch: Pick<GuardedFetch, 'post'>;
  /** Says to other servers which followers there we know of; without it nothing is said. */
  readonly followersSaid?: FollowersSaid;
  /** The machine's own time: for signatures, leases and retries. */
  readonly wall: Clock;
  readonly log: Log;
  /** Told when an inbox is answered for with 404 or 410, so that somebody looks whether its owner is gone. */
  readonly onGone?: (inbox: string, status: number) => void;
  /** From 0 to 1, evenly. Default Math.random. */
  readonly jitter?: () => number;
  readonly limits?: Partial<DeliveryLimits>;
}

/** How long to wait when the database does not answer. */
const TROUBLE_MS = 1000;

/**
 * Builds the worker (performance.md §4, fan-out). It holds a bounded part of the queue in memory, a lane for each host
 * (lanes.ts); a host that keeps failing is left alone for a while (hosts.ts); what became of deliveries is written
 * down many at a time (settling.ts). Any number of workers may share one queue: a claim is a lease.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { deliveries, wall, log, jitter = Math.random, onGone = () => {} } = parts;
  const limits: DeliveryLimits = { ...DELIVERY_LIMITS, ...parts.limits };
  const by = randomUUID();
  const hosts = createHosts(limits);
  const held = createHeld({ deliveries, by });
  const alarm = createAlarm();
  const attempt = createTry({ post: createPost(parts), hosts, wall, log, jitter, limits, onGone });
  const lanes = createLanes({ hosts, limits, wall, carry, onRoom: alarm.ring });
  const settling = createSettling({
    deliveries,
    limits,
    log,
    onSettled: (batch) => {
      for (const { delivery } of batch) held.settled(delivery.parcel);
    },
  });
  const postponing = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  let stopping = false;

  async function carry(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const tried = await attempt(delivery, signal);
    if (tried === undefined) return;
    settling.add({ delivery, outcome: tried.outcome });
    if (tried.pausedUntil) postpone([{ host: delivery.host, until: tried.pausedUntil }]);
  }

  /** What waits for a host that is left alone goes back to the queue, so that it takes no room here. */
  function postpone(paused: readonly { readonly host: string; readonly until: Date }[]): void {
    for (const { host } of paused) lanes.drop({ host });
    held.letGoOf(new Set(paused.map(({ host }) => host)));
    const written = deliveries
      .postpone(paused, by)
      .catch((error) => log.error({ error }, 'Deliveries could not be put off; they come back with their leases.'))
      .finally(() => postponing.delete(written));
    postponing.add(written);
  }

  /** Claims what there is room for and sets it going; how many deliveries that were. */
  async function claim(): Promise<number> {
    const room = limits.held - lanes.size();
    if (room < limits.held / 2) return 0;
    const now = wall.now();
    const { leaseMs, lane: perHost } = limits;
    const parcels = await deliveries.claim({
      by,
      now,
      leaseMs,
      limit: Math.min(room, limits.claim),
      perHost,
      without: lanes.full(),
    });
    const fresh = held.take(parcels, new Date(now.getTime() + leaseMs));
    const paused = new Map<string, Date>();
    for (const { host } of parcels) {
      const until = hosts.pausedUntil(host, now);
      if (until !== undefined) paused.set(host, until);
    }
    lanes.add(fresh.filter(({ host }) => !paused.has(host)));
    if (paused.size > 0) postpone([...paused].map(([host, until]) => ({ host, until })));
    return fresh.length;
  }

  async function prolong(): Promise<void> {
    for (const parcel of await held.prolong(wall.now(), limits.leaseMs)) lanes.drop({ parcel });
  }

  async function work(pace: Pace): Promise<void> {
    const unlisten = pace.onStir(alarm.ring);
    while (!stopping) {
      try {
        const claimed = await claim();
        await prolong();
        if (claimed > 0) pace.stir();
        if (claimed === 0) await alarm.sleep(pace.pauseFor(limits.idleMs));
        else await pass(limits.breathMs);
      } catch (error) {
        log.error({ error }, 'The queue of deliveries cannot be read; looking again in a second.');
        await alarm.sleep(TROUBLE_MS);
      }
    }
    unlisten();
  }

  return {
    start(pace = STEADY_PACE) {
      running ??= work(pace);
    },
    async stop() {
      stopping = true;
      alarm.ring();
      await running;
      const closed = lanes.close();
      const late = new AbortController();
      await Promise.race([closed, pass(limits.stopMs, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
      lanes.breakOff();
      await closed;
      await settling.close();
      await Promise.all(postponing);
      await held.release(wall.now()).catch(() => {
        log.info({}, 'What was not delivered yet comes back when its leases are over.');
      });
    },
    async tick() {
      const claimed = await claim();
      await lanes.idle();
      await settling.flush();
      await Promise.all(postponing);
      return claimed;
    },
    wake: alarm.ring,
  };
}
