import { createHash } from 'node:crypto';
import type { ActivityIri, ActorIri } from '../community/ids.ts';
import type { DeliveryDocument } from './deliveries.ts';

/** Inboxes in one parcel: one write for many of them, and several workers can share one host's fan-out. */
const PARCEL = 100;

/** A parcel's id, by what is in it. */
export function parcelId(activity: ActivityIri, inboxes: readonly string[]): string {
  return createHash('sha256')
    .update([activity, ...inboxes].join('\n'))
    .digest('base64url');
}

/** The documents of a fan-out: each host's inboxes by themselves, at most 100 together. All are due at once. */
export function newParcels({
  activity,
  actor,
  inboxes,
  now,
}: {
  readonly activity: ActivityIri;
  readonly actor: ActorIri;
  /** Each once. */
  readonly inboxes: readonly string[];
  readonly now: Date;
}): readonly DeliveryDocument[] {
  const parcels: DeliveryDocument[] = [];
  for (const [host, there] of Map.groupBy(inboxes, (inbox) => new URL(inbox).host)) {
    for (let from = 0; from < there.length; from += PARCEL) {
      const some = there.slice(from, from + PARCEL);
      const _id = parcelId(activity, some);
      const [only] = some;
      const whom = some.length === 1 && only !== undefined ? { inbox: only } : { inboxes: some, left: some };
      parcels.push({ _id, activity, actor, host, ...whom, attempts: 0, nextAt: now });
    }
  }
  return parcels;
}
