import type { Clock } from '../../server/clock.ts';
import type { Delivery } from '../../server/ports/federation.ts';
import type { Hosts } from './hosts.ts';
import type { DeliveryLimits } from './limits.ts';

/** What waits in memory, one lane for each host, and what of it is on its way. */
export interface Lanes {
  add(deliveries: readonly Delivery[]): void;
  /** How many are in memory, waiting or on their way. */
  size(): number;
  /** Hosts whose lane is long enough for now. */
  full(): readonly string[];
  /** Forgets what waits for a host, or out of a parcel; what is on its way goes on. */
  drop(which: { readonly host: string } | { readonly parcel: string }): void;
  /** Settled when nothing waits and nothing is on its way. */
  idle(): Promise<void>;
  /** Nothing new sets out from now on; settled when nothing is on its way. */
  close(): Promise<void>;
  /** Breaks off what is on its way. */
  breakOff(): void;
}

/** Why a delivery was broken off: `impatience` means that its host took too long while others waited. */
export type BrokenOff = 'impatience' | 'stop';

interface Lane {
  readonly host: string;
  readonly waiting: Delivery[];
  underWay: number;
  /** Whether it stands in one of the rings. */
  queued: boolean;
}

type Places = 'fine' | 'doubtful';

interface Trip {
  places: Places;
  readonly host: string;
  readonly controller: AbortController;
  readonly since: number;
}

/**
 * Shares the places out. Hosts take turns, one delivery at a time, in two rings: those that are fine, and all others,
 * which have places of their own. A host that begins to hang loses its place among the fine ones after a second, so
 * however many of them hang, the others go on at full speed.
 */
export function createLanes({
  hosts,
  limits,
  wall,
  carry,
  onRoom,
}: {
  readonly hosts: Hosts;
  readonly limits: DeliveryLimits;
  readonly wall: Clock;
  /** Carries one delivery, whatever comes of it. Never throws. */
  readonly carry: (delivery: Delivery, signal: AbortSignal) => Promise<void>;
  /** A lane has become short, or the memory has room again. */
  readonly onRoom: () => void;
}): Lanes {
  const lanes = new Map<string, Lane>();
  const rings: Record<Places, Lane[]> = { fine: [], doubtful: [] };
  const used: Record<Places, number> = { fine: 0, doubtful: 0 };
  const most: Record<Places, number> = { fine: limits.inFlight, doubtful: limits.inFlightDoubtful };
  const trips = new Set<Trip>();
  const short = Math.ceil(limits.lane / 2);
  let waiting = 0;
  let closed = false;
  let whenIdle: (() => void)[] = [];

  const placesOf = (host: string): Places => (hosts.state(host, wall.now()) === 'fine' ? 'fine' : 'doubtful');

  /** How many may be on their way to a host: one that is in trouble is asked one at a time. */
  function mayGo(host: string): number {
    const state = hosts.state(host, wall.now());
    return state === 'fine' || state === 'new' ? limits.perHost : 1;
  }

  function enqueue(lane: Lane): void {
    if (lane.queued || lane.waiting.length === 0 || lane.underWay >= mayGo(lane.host)) return;
    lane.queued = true;
    rings[placesOf(lane.host)].push(lane);
  }

  function pump(): void {
    if (!closed) for (const places of ['fine', 'doubtful'] as const) fill(places);
  }

  function fill(places: Places): void {
    while (used[places] < most[places]) {
      const lane = rings[places].shift();
      if (lane === undefined) return;
      lane.queued = false;
      if (placesOf(lane.host) !== places) enqueue(lane);
      else if (lane.underWay < mayGo(lane.host)) setOut(lane, places);
    }
  }

  function setOut(lane: Lane, places: Places): void {
    const delivery = lane.waiting.shift();
    if (delivery === undefined) {
      forgetIfEmpty(lane);
      return;
    }
    waiting -= 1;
    if (lane.waiting.length === short - 1) onRoom();
    lane.underWay += 1;
    used[places] += 1;
    const trip: Trip = { places, host: lane.host, controller: new AbortController(), since: Date.now() };
    trips.add(trip);
    const watch = watched(trip);
    enqueue(lane);
    void carry(delivery, trip.controller.signal).then(() => {
      watch.end();
      trips.delete(trip);
      used[trip.places] -= 1;
      lane.underWay -= 1;
      enqueue(lane);
      forgetIfEmpty(lane);
      pump();
      tellIfIdle();
    });
  }

  function watched(trip: Trip): { end(): void } {
    const look = () => {
      hosts.slow(trip.host);
      if (trip.places === 'fine') {
        used.fine -= 1;
        used.doubtful += 1;
        trip.places = 'doubtful';
        pump();
      }
      const late = Date.now() - trip.since >= limits.patienceMs;
      if (late && rings.doubtful.length > 0 && used.doubtful >= most.doubtful) {
        trip.controller.abort('impatience' satisfies BrokenOff);
      } else timer = setTimeout(look, limits.slowMs);
    };
    let timer = setTimeout(look, limits.slowMs);
    return { end: () => clearTimeout(timer) };
  }

  function forgetIfEmpty(lane: Lane): void {
    if (lane.waiting.length === 0 && lane.underWay === 0 && !lane.queued) lanes.delete(lane.host);
  }

  function tellIfIdle(): void {
    if (trips.size > 0 || (waiting > 0 && !closed)) return;
    const told = whenIdle;
    whenIdle = [];
    for (const tell of told) tell();
  }

  const untilIdle = () =>
    new Promise<void>((resolve) => {
      whenIdle.push(resolve);
      tellIfIdle();
    });

  function keepOnly(lane: Lane, stays: (delivery: Delivery) => boolean): void {
    const kept = lane.waiting.filter(stays);
    waiting -= lane.waiting.length - kept.length;
    lane.waiting.splice(0, lane.waiting.length, ...kept);
    forgetIfEmpty(lane);
  }

  return {
    add(deliveries) {
      for (const delivery of deliveries) {
        const { host } = delivery;
        const lane = lanes.get(host) ?? { host, waiting: [], underWay: 0, queued: false };
        lanes.set(host, lane);
        lane.waiting.push(delivery);
        waiting += 1;
        enqueue(lane);
      }
      pump();
    },
    size: () => waiting + trips.size,
    full: () => [...lanes.values()].filter((lane) => lane.waiting.length >= short).map(({ host }) => host),
    drop(which) {
      if ('parcel' in which) {
        for (const lane of lanes.values()) keepOnly(lane, ({ parcel }) => parcel !== which.parcel);
      } else {
        const lane = lanes.get(which.host);
        if (lane !== undefined) keepOnly(lane, () => false);
      }
      tellIfIdle();
    },
    idle: untilIdle,
    close() {
      closed = true;
      return untilIdle();
    },
    breakOff() {
      for (const { controller } of trips) controller.abort('stop' satisfies BrokenOff);
    },
  };
}
