import type { Clock } from '../../server/clock.ts';
import type { Addresses } from '../../server/community/addresses.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { Communities, People } from '../../server/ports/actors.ts';
import type { Activities, Deliveries } from '../../server/ports/federation.ts';
import type { Follows } from '../../server/ports/follows.ts';
import { parseIri } from '../vocabulary/iri.ts';
import type { ActivityDocument } from './activities/activity.ts';

/** Whom an activity is delivered to; each place named counts, each inbox once. */
export interface Recipients {
  readonly inboxes?: readonly string[];
  /** Everybody elsewhere who follows this actor, or any of these. */
  readonly followersOf?: ActorIri | readonly ActorIri[];
  /** People and communities; those of this server are passed over. */
  readonly actors?: readonly ActorIri[];
}

export interface Sending {
  readonly activity: ActivityDocument;
  /** Whose key signs it: the activity's own actor. */
  readonly actor: ActorIri;
  readonly to: Recipients;
  /** Whether everybody may read it under its id and in the actor's outbox. */
  readonly public: boolean;
  /** The object's id, where it has one. */
  readonly object?: string;
}

/** Where it goes, and whose inbox is not known. */
export interface Sent {
  readonly inboxes: readonly string[];
  readonly unknown: readonly ActorIri[];
}

/** Sends activities: kept, then queued. Done twice with the same activity, it is delivered once, as first kept. */
export interface Outbox {
  send(sending: Sending): Promise<Sent>;
}

/** What the outbox works with. `wake` tells the worker in this process that there is something to do. */
export interface OutboxParts {
  readonly activities: Pick<Activities, 'keep'>;
  readonly deliveries: Pick<Deliveries, 'enqueue'>;
  readonly follows: Pick<Follows, 'inboxesOf'>;
  readonly people: Pick<People, 'byIris'>;
  readonly communities: Pick<Communities, 'byIri'>;
  readonly addresses: Pick<Addresses, 'isHere'>;
  readonly wall: Clock;
  readonly wake?: () => void;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { activities, deliveries, addresses, wall, wake } = parts;
  return {
    async send(sending) {
      const { activity, actor, to, object } = sending;
      if (activity.actor !== actor) throw new Error(`${actor} cannot send what ${activity.actor} does`);
      const found = await findInboxes(parts, to, sending.public);
      const inboxes = found.inboxes.filter((inbox) => parseIri(inbox) !== undefined && !addresses.isHere(inbox));
      const now = wall.now();
      // Serialised once: what is served, what is delivered and what is signed are the same bytes.
      await activities.keep({
        iri: activity.id,
        actor,
        type: activity.type,
        ...(object !== undefined && { object }),
        body: JSON.stringify(activity),
        public: sending.public,
        at: now,
      });
      if (inboxes.length > 0) {
        await deliveries.enqueue(activity.id, actor, inboxes, now);
        wake?.();
      }
      return { inboxes, unknown: found.unknown };
    },
  };
}

async function findInboxes(parts: OutboxParts, to: Recipients, isPublic: boolean): Promise<Sent> {
  const { addresses, follows } = parts;
  const elsewhere = (to.actors ?? []).filter((actor) => !addresses.isHere(actor));
  const [ofFollowers, places] = await Promise.all([
    Promise.all([to.followersOf ?? []].flat().map((actor) => follows.inboxesOf(actor))),
    placesOf(parts, elsewhere),
  ]);
  const inboxes = new Set([...(to.inboxes ?? []), ...ofFollowers.flat()]);
  for (const place of places.values()) inboxes.add(inboxFor(place, inboxes, isPublic));
  return { inboxes: [...inboxes], unknown: elsewhere.filter((actor) => !places.has(actor)) };
}

interface Place {
  readonly inbox: string;
  readonly sharedInbox?: string;
}

/**
 * Shared inboxes are for what is public or goes to followers (ActivityPub §7.1.3); something private goes to the
 * actor's own. Where the shared one gets it anyway, the own one need not.
 */
function inboxFor({ inbox, sharedInbox }: Place, already: ReadonlySet<string>, isPublic: boolean): string {
  if (sharedInbox === undefined) return inbox;
  return isPublic || already.has(sharedInbox) ? sharedInbox : inbox;
}

/** Where actors live whose servers told us, by their ids. People who left are not written to. */
async function placesOf(
  { people, communities }: OutboxParts,
  actors: readonly ActorIri[],
): Promise<ReadonlyMap<ActorIri, Place>> {
  const places = new Map<ActorIri, Place>();
  if (actors.length === 0) return places;
  const known = await people.byIris(actors as readonly PersonIri[]);
  for (const actor of actors) {
    const person = known.get(actor as PersonIri);
    const place = person ?? (await communities.byIri(actor as CommunityIri));
    if (place && person?.goneAt === undefined) places.set(actor, place);
  }
  return places;
}
