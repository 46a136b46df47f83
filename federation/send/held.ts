import type { Deliveries, Delivery, Parcel } from '../../server/ports/federation.ts';

/** The parcels that this worker has in hand, and until when. */
export interface Held {
  /** Takes parcels in hand; the deliveries that are new by that. */
  take(parcels: readonly Parcel[], until: Date): readonly Delivery[];
  /** So many deliveries of a parcel are settled; when all are, it is out of hand. */
  settled(parcel: string): void;
  letGoOf(hosts: ReadonlySet<string>): void;
  /** Gives everything back to the queue, due now. */
  release(now: Date): Promise<void>;
  /** Prolongs the leases that are half over; names the parcels that were lost to somebody else. */
  prolong(now: Date, leaseMs: number): Promise<readonly string[]>;
}

interface Hold {
  readonly host: string;
  left: number;
  until: number;
}

export function createHeld({
  deliveries,
  by,
}: {
  readonly deliveries: Pick<Deliveries, 'renew'>;
  readonly by: string;
}): Held {
  const holds = new Map<string, Hold>();
  return {
    take(parcels, until) {
      const fresh: Delivery[] = [];
      for (const { id: parcel, inboxes, ...common } of parcels) {
        const before = holds.get(parcel);
        // Our own lease had run out, as when the database was away: it is still under way.
        if (before !== undefined) before.until = until.getTime();
        else {
          holds.set(parcel, { host: common.host, left: inboxes.length, until: until.getTime() });
          for (const inbox of inboxes) fresh.push({ parcel, inbox, ...common });
        }
      }
      return fresh;
    },
    settled(parcel) {
      const hold = holds.get(parcel);
      if (hold === undefined) return;
      hold.left -= 1;
      if (hold.left <= 0) holds.delete(parcel);
    },
    letGoOf(hosts) {
      for (const [parcel, { host }] of holds) if (hosts.has(host)) holds.delete(parcel);
    },
    async release(now) {
      if (holds.size > 0) await deliveries.renew([...holds.keys()], by, now);
      holds.clear();
    },
    async prolong(now, leaseMs) {
      const soon = now.getTime() + leaseMs / 2;
      const due = [...holds].filter(([, { until }]) => until < soon);
      if (due.length === 0) return [];
      const until = new Date(now.getTime() + leaseMs);
      const lost = await deliveries.renew(
        due.map(([parcel]) => parcel),
        by,
        until,
      );
      for (const [, hold] of due) hold.until = until.getTime();
      for (const parcel of lost) holds.delete(parcel);
      return lost;
    },
  };
}
