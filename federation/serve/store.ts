import type { ApexObject } from 'activitypub-express';
import IApexStore from 'activitypub-express/store/interface.js';
import type { Addresses } from '../../server/community/addresses.ts';
import type { ActivityIri, ActorIri, PersonIri, PostIri } from '../../server/community/ids.ts';
import { activityIri, actorIri, postIri } from '../../server/community/ids.ts';
import type { Activities, OutboxPlace, Outgoing } from '../../server/ports/federation.ts';
import type { Follows } from '../../server/ports/follows.ts';
import { followingOf } from '../vocabulary/objects/actors.ts';
import type { JsonObject } from '../vocabulary/read.ts';
import type { Found } from './found.ts';
import type { May } from './posts.ts';

/** How things of this server are found, each by its id. */
export interface Lookups {
  actor(iri: ActorIri): Promise<Found>;
  post(iri: PostIri, may?: May): Promise<Found>;
  activity(iri: ActivityIri, may?: May): Promise<Found>;
  /** The document of an activity, if anybody may see it. */
  shown(activity: Outgoing): Promise<JsonObject | null>;
}

export interface ReadOnlyStoreParts {
  readonly addresses: Addresses;
  readonly lookups: Lookups;
  readonly activities: Pick<Activities, 'outbox' | 'countOutbox'>;
  readonly follows: Pick<Follows, 'countFollowers' | 'communitiesOf'>;
}

/**
 * What activitypub-express reads from, over our ports. It can only be read: whatever would write says so and throws,
 * so that no chain of the package that is not meant to run can do harm (security.md §3).
 */
export class ReadOnlyStore extends IApexStore {
  private readonly parts: ReadOnlyStoreParts;

  constructor(parts: ReadOnlyStoreParts) {
    super();
    this.parts = parts;
  }

  /** An actor or a post. There is no private part to it, whatever is asked for. */
  async getObject(id: string): Promise<ApexObject | null> {
    const { addresses, lookups } = this.parts;
    const isActor = id.startsWith(`${addresses.origin}/actors/`);
    const found = isActor ? await lookups.actor(actorIri(id)) : await lookups.post(postIri(id));
    return found.state === 'unknown' ? null : workingForm(found.document);
  }

  async getActivity(id: string): Promise<ApexObject | null> {
    const found = await this.parts.lookups.activity(activityIri(id));
    return found.state === 'unknown' ? null : workingForm(found.document);
  }

  /**
   * A page of an outbox, newest first. What may not be shown stands in it as an id that is not public: the package
   * leaves it out after it has found where the next page begins. Every other collection lists nobody.
   */
  async getStream(collection: string, limit: number | null, after: string | null): Promise<readonly ApexObject[]> {
    const { addresses, activities, lookups } = this.parts;
    const actor = ownerOf(collection);
    if (limit === null || collection !== addresses.outbox(actor)) return [];
    const before = after === null ? undefined : placeOf(after, addresses);
    const sent = await activities.outbox(actor, { limit, ...(before && { before }) });
    return Promise.all(
      sent.map(async (activity) => {
        const document = await lookups.shown(activity);
        const form = document === null ? hidden(activity) : workingForm(document);
        return { ...form, _id: pageAfter(activity, addresses) };
      }),
    );
  }

  async getStreamCount(collection: string): Promise<number> {
    const { addresses, activities, follows } = this.parts;
    const actor = ownerOf(collection);
    switch (collection) {
      case addresses.outbox(actor):
        return activities.countOutbox(actor);
      case addresses.followers(actor):
        return follows.countFollowers(actor);
      case followingOf(actor):
        return (await follows.communitiesOf(actor as PersonIri)).filter(({ state }) => state === 'accepted').length;
      default:
        return 0;
    }
  }

  /** The package would remember it for a day, for all instances in a process; what we say of people is nothing. */
  async getUserCount(): Promise<number> {
    return 0;
  }

  setup = readOnly;
  findActivityByCollectionAndObjectId = readOnly;
  findActivityByCollectionAndActorId = readOnly;
  getContext = readOnly;
  saveContext = readOnly;
  saveObject = readOnly;
  updateObject = readOnly;
  saveActivity = readOnly;
  removeActivity = readOnly;
  updateActivity = readOnly;
  updateActivityMeta = readOnly;
  generateId = readOnly;
  deliveryDequeue = readOnly;
  deliveryEnqueue = readOnly;
  deliveryRequeue = readOnly;
}

function readOnly(): never {
  throw new Error('this store is read only');
}

/** How the page is called that begins after an activity: its time in milliseconds, and the last part of its id. */
function pageAfter({ at, iri }: Outgoing, addresses: Addresses): string {
  return `${at.getTime()}.${iri.slice(`${addresses.origin}/activities/`.length)}`;
}

function placeOf(page: string, addresses: Addresses): OutboxPlace {
  const [milliseconds, id] = page.split('.', 2);
  const at = new Date(Number(milliseconds));
  return id === undefined ? { at } : { at, iri: activityIri(`${addresses.origin}/activities/${id}`) };
}

/** The actor whose collection this is: everything before the last part of its id. */
function ownerOf(collection: string): ActorIri {
  return actorIri(collection.slice(0, collection.lastIndexOf('/')));
}

/** What the package's chains look at of a document; the document itself stands beside it, and is what is served. */
function workingForm(document: JsonObject): ApexObject {
  const { id, type, preferredUsername, inbox, outbox, followers, following } = document;
  return {
    id: String(id),
    type: String(type),
    preferredUsername: [preferredUsername],
    inbox: [inbox],
    outbox: [outbox],
    followers: [followers],
    following: [following],
    _meta: { isPublic: true, document },
  };
}

function hidden(activity: Outgoing): ApexObject {
  return { id: activity.iri, type: activity.type, _meta: { isPublic: false } };
}
