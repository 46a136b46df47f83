import type { ActivityIri, ActorIri } from '../../server/community/ids.ts';
import { postIri } from '../../server/community/ids.ts';
import type { Post } from '../../server/community/post.ts';
import type { Activities, Outgoing } from '../../server/ports/federation.ts';
import {
  asArray,
  idOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  parseJsonObject,
} from '../vocabulary/read.ts';
import { knownActor } from './actors.ts';
import { type Found, UNKNOWN } from './found.ts';
import { isForAll, type May, type PostSources } from './posts.ts';

export interface ActivitySources extends PostSources {
  readonly activities: Pick<Activities, 'byIri' | 'outbox' | 'countOutbox'>;
}

/** An activity inside an activity inside an activity is the most that is ever sent (Announce of an Undo of a Like). */
const DEEPEST = 4;

/** What brings a post, or says what became of it; nothing else is given to anybody by its id if it was not public. */
const ABOUT_POSTS: ReadonlySet<string> = new Set(['Create', 'Update', 'Announce', 'Delete', 'Add', 'Remove']);

/**
 * What we sent, as we sent it: the very document, never translated again, since others' documents may stand inside.
 * Only what was public, and only as long as nothing in it has been deleted, held or was never for all (PRI-01, PRI-10).
 */
export function createActivityLookup(
  stores: ActivitySources,
  pages: { readonly actor: (iri: ActorIri) => Promise<Found>; readonly post: (iri: string) => Promise<Found> },
) {
  /** The document if it may be shown: to anybody, or to whoever may see the posts in it that are for some alone. */
  async function shown(activity: Outgoing, may?: May): Promise<JsonObject | null> {
    if (!activity.public && (may === undefined || !ABOUT_POSTS.has(activity.type))) return null;
    const document = parseJsonObject(activity.body);
    if (document === undefined || idOf(document) !== activity.iri) return null;
    if (await leftBy(activity.actor, document)) return null;
    const carried = carriedBy(document);
    const deletion = isDeletion(document, carried);
    const ids = new Set(carried.map((value) => idOf(value)).filter((id) => id !== undefined));
    const posts = await Promise.all([...ids].map((id) => stores.posts.byIri(postIri(id))));
    const present = posts.filter((post) => post !== null);
    if (!activity.public && present.every(isForAll)) return null;
    if (present.some((post) => wasForFewer(document, activity, post))) return null;
    if (present.some((post) => post.deletedAt !== undefined && !deletion)) return null;
    const visible = await Promise.all(present.map((post) => (may === undefined ? isForAll(post) : may(post))));
    return visible.every(Boolean) ? document : null;
  }

  /** What somebody said is gone with her, except that she is gone. */
  async function leftBy(actor: ActorIri, document: JsonObject): Promise<boolean> {
    if (isOneOf(document, ['Delete']) !== undefined) return false;
    const known = await knownActor(stores, actor);
    return known?.kind === 'person' && known.person.goneAt !== undefined;
  }

  async function find(iri: ActivityIri, may?: May): Promise<Found> {
    const activity = await stores.activities.byIri(iri);
    const document = activity && (await shown(activity, may));
    if (!activity || !document) return UNKNOWN;
    return { state: 'here', document, page: await pageOf(activity) };
  }

  async function pageOf({ object, actor }: Outgoing): Promise<string> {
    const about = object === undefined ? UNKNOWN : await pages.post(object);
    const found = about.state === 'here' ? about : await pages.actor(actor);
    return found.state === 'here' ? found.page : '/';
  }

  return { find, shown };
}

/**
 * Whether what was sent for a few is about a post that the members of its community may see now: its author widened it,
 * and what it said before stays with those few. What is for members names their community, or is sent by it.
 */
function wasForFewer(document: JsonObject, sent: Outgoing, { audience, community }: Post): boolean {
  if (sent.public || audience !== 'members' || sent.actor === community) return false;
  return memberOf(document, 'audience') !== community;
}

/** Everything an activity carries, from its object inwards, by id or as a document. */
function carriedBy(document: JsonValue, depth = DEEPEST): readonly JsonValue[] {
  if (depth === 0) return [];
  return asArray(memberOf(document, 'object')).flatMap((object) => [object, ...carriedBy(object, depth - 1)]);
}

/** Says that something is deleted, and brings nothing of it but its id or its Tombstone. */
function isDeletion(document: JsonObject, carried: readonly JsonValue[]): boolean {
  const activities = [document, ...carried].filter((value) => memberOf(value, 'object') !== undefined);
  const rest = carried.filter((value) => memberOf(value, 'object') === undefined);
  return (
    activities.some((value) => isOneOf(value, ['Delete']) !== undefined) &&
    rest.every((value) => !isObject(value) || isOneOf(value, ['Tombstone']) !== undefined)
  );
}
