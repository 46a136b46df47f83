import type { ActivityIri } from '../../server/community/ids.ts';
import type { Activities, Deliveries, Delivery, Outgoing } from '../../server/ports/federation.ts';

/** A delivery and how it stands. */
export interface QueuedDelivery extends Delivery {
  readonly state: 'waiting' | 'done' | 'dead';
  /** When it may be taken next: the end of a lease or of a wait. */
  readonly due: Date;
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
    if (before !== undefined) queue.set(id, { ...before, ...changes });
  };

  const deliveries: Deliveries = {
    async enqueue(activity, actor, inboxes, now) {
      for (const inbox of inboxes) {
        const id = `${activity} ${inbox}`;
        const { host } = new URL(inbox);
        if (queue.has(id)) continue;
        queue.set(id, { id, activity, actor, inbox, host, attempts: 0, state: 'waiting', due: now });
      }
    },
    async claim({ now, leaseMs, limit, perHost, without }) {
      const lanes = new Map<string, number>();
      const claimed: Delivery[] = [];
      for (const { state, due, ...delivery } of [...queue.values()].sort((a, b) => +a.due - +b.due)) {
        const taken = lanes.get(delivery.host) ?? 0;
        if (state !== 'waiting' || due > now || without.includes(delivery.host)) continue;
        if (taken >= perHost || claimed.length >= limit) continue;
        lanes.set(delivery.host, taken + 1);
        change(delivery.id, { due: new Date(now.getTime() + leaseMs) });
        claimed.push(delivery);
      }
      return claimed;
    },
    async done(id) {
      change(id, { state: 'done' });
    },
    async retry(id, at, why) {
      change(id, { due: at, why, attempts: (queue.get(id)?.attempts ?? 0) + 1 });
    },
    async dead(id, why) {
      change(id, { state: 'dead', why });
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
    async outbox(actor, { before, limit }) {
      const page = publicOf(actor).filter(({ at }) => before === undefined || at < before);
      return page.sort((a, b) => +b.at - +a.at).slice(0, limit);
    },
    countOutbox: async (actor) => publicOf(actor).length,
  };
}
