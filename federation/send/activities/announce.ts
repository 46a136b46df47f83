import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri, CommunityIri } from '../../../server/community/ids.ts';
import { PUBLIC } from '../../vocabulary/names.ts';
import { idOf, type JsonObject } from '../../vocabulary/read.ts';
import { type ActivityDocument, type Addressed, activity } from './activity.ts';

/** Whom a community passes on to: everybody and its followers, or its followers alone. */
export type PassedOnTo = 'public' | 'members';

interface Announcing {
  readonly to?: PassedOnTo | undefined;
  readonly addresses: Pick<Addresses, 'activity' | 'followers'>;
  readonly community: CommunityIri;
}

/**
 * A community passes a post on to its followers as a boost, which is what Mastodon understands. Only for first posts:
 * replies announced like this flood home timelines (mastodon#18069). The object is given by its id, so that everybody
 * fetches it from its own server, or as the document itself where it is the community's own.
 */
export function announceObject({
  addresses,
  community,
  object,
  author,
  published,
  to = 'public',
}: Announcing & {
  readonly object: string | JsonObject;
  readonly author: ActorIri;
  readonly published: Date;
}): ActivityDocument {
  return activity({
    id: addresses.activity('announce', community, idNeeded(object)),
    type: 'Announce',
    actor: community,
    published,
    ...addressedTo(to, addresses.followers(community), author === community ? [] : [author]),
    object,
  });
}

/**
 * A community passes a whole activity on to its followers, as FEP-1b12 and Lemmy do. The activity stands in it as it
 * was sent, its own `@context` with it: its terms may be others than ours. Announces are never announced again.
 */
export function announceActivity({
  addresses,
  community,
  announced,
  to = 'public',
}: Announcing & { readonly announced: JsonObject }): ActivityDocument {
  if (announced.type === 'Announce')
    throw new Error('an Announce is never announced again: it would go round for ever');
  return activity({
    id: addresses.activity('announce-activity', community, idNeeded(announced)),
    type: 'Announce',
    actor: community,
    ...addressedTo(to, addresses.followers(community), []),
    audience: community,
    object: announced,
  });
}

function addressedTo(to: PassedOnTo, followers: string, others: readonly string[]): Addressed {
  return to === 'public' ? { to: [PUBLIC], cc: [followers, ...others] } : { to: [followers], cc: others };
}

function idNeeded(object: string | JsonObject): string {
  const id = idOf(object);
  if (id === undefined) throw new Error('what has no id cannot be announced');
  return id;
}
