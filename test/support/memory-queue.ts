import type { ActivityIri } from '../../server/community/ids.ts';
import type { Activities, Deliveries, Delivery, Outgoing, Parcel } from '../../server/ports/federation.ts';

/** A delivery and how it stands: here each inbox has a parcel of its own. */
export interface QueuedDelivery extends Delivery {
  readonly state: 'waiting' | 'done' | 'dead';
  /** When it may be taken next: the end of a lease or of a wait. */
  readonly due: Date;
  /** Who holds it until then. */
  readonly by?: string;
  readonly why?: string;
}

/** The twin in memory of the two stores that sending needs, with a look at what is in them. */
export interface MemoryQueue {
  readonly activities: Activities;
  readonly deliveries: Deliveries;
  all(): readonly QueuedDelivery[];
  /** By the inbox's path or whole address. */
  to(inbox: string): QueuedDelivery;
}

export function memoryQueue(): MemoryQueue {
  const queue = new Map<string, QueuedDelivery>();
  const change = (id: string, changes: Partial<QueuedDelivery>): void => {
    const before = queue.get(id);
    if (before === undefined) return;
    const { by, ...rest } = before;
    queue.set(id, { ...rest, ...changes });
  };
  const isHeld = (id: string, by: string) => queue.get(id)?.by === by && queue.get(id)?.state === 'waiting';

  const deliveries: Deliveries = {
    async enqueue(activity, actor, inboxes, now) {
      for (const inbox of inboxes) {
        const parcel = `${activity} ${inbox}`;
        const { host } = new URL(inbox);
        if (queue.has(parcel)) continue;
        queue.set(parcel, {
          parcel,
          activity,
          actor,
          inbox,
          host,
          alone: true,
          attempts: 0,
          state: 'waiting',
          due: now,
        });
      }
    },
    async claim({ by, now, leaseMs, limit, perHost, without }) {
      const lanes = new Map<string, number>();
      const claimed: Parcel[] = [];
      for (const { state, due, parcel: id, inbox, ...rest } of [...queue.values()].sort((a, b) => +a.due - +b.due)) {
        const taken = lanes.get(rest.host) ?? 0;
        if (state !== 'waiting' || due > now || without.includes(rest.host)) continue;
        if (taken >= perHost || claimed.length >= limit) continue;
        lanes.set(rest.host, taken + 1);
        change(id, { due: new Date(now.getTime() + leaseMs), by });
        claimed.push({ ...rest, id, inboxes: [inbox] });
      }
      return claimed;
    },
    async renew(parcels, by, until) {
      const held = parcels.filter((id) => isHeld(id, by));
      for (const id of held) change(id, { due: until, by });
      return parcels.filter((id) => !held.includes(id));
    },
    async settle(settled) {
      for (const { delivery, outcome } of settled) {
        const before = queue.get(delivery.parcel);
        if (outcome.is === 'done') change(delivery.parcel, { state: 'done' });
        else if (outcome.is === 'dead') change(delivery.parcel, { state: 'dead', why: outcome.why });
        else change(delivery.parcel, { due: outcome.at, why: outcome.why, attempts: (before?.attempts ?? 0) + 1 });
      }
    },
    async postpone(hosts, by) {
      for (const { host, until } of hosts) {
        for (const one of [...queue.values()].filter((each) => each.host === host && each.state === 'waiting')) {
          if (one.by === by || (one.by === undefined && one.due < until)) change(one.parcel, { due: until });
        }
      }
    },
    async counts() {
      const states = [...queue.values()].map(({ state }) => state);
      const count = (wanted: string) => states.filter((state) => state === wanted).length;
      return { waiting: count('waiting'), dead: count('dead') };
    },
  };

  return {
    deliveries,
    activities: memoryActivities(),
    all: () => [...queue.values()],
    to(inbox) {
      const found = [...queue.values()].find((one) => one.inbox === inbox || new URL(one.inbox).pathname === inbox);
      if (found === undefined) throw new Error(`nothing is queued for ${inbox}`);
      return found;
    },
  };
}

function memoryActivities(): Activities {
  const kept = new Map<ActivityIri, Outgoing>();
  const publicOf = (actor: string) => [...kept.values()].filter((one) => one.public && one.actor === actor);
  return {
    async keep(activity) {
      if (!kept.has(activity.iri)) kept.set(activity.iri, activity);
    },
    byIri: async (iri) => kept.get(iri) ?? null,
    async withdraw(activity) {
      kept.delete(activity);
    },
    async forget(object) {
      for (const one of kept.values()) if (one.object === object) kept.delete(one.iri);
    },
    async forgetEach() {},
    async outbox(actor, { before, limit }) {
      const page = publicOf(actor).filter(({ at }) => before === undefined || at < before.at);
      return page.sort((a, b) => +b.at - +a.at).slice(0, limit);
    },
    countOutbox: async (actor) => publicOf(actor).length,
  };
}
