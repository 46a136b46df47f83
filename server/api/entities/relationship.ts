import type { House } from '../../actions/house.ts';
import type { ActorIri } from '../../community/ids.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';

/** Mastodon's `Relationship`: following a community is being a member of it. */
export async function relationshipEntity({ follows }: Pick<House, 'follows'>, viewer: Person, other: ActorIri) {
  const [ours, theirs] = await Promise.all([follows.get(viewer.iri, other), follows.get(other, viewer.iri)]);
  return {
    id: actorNumber(other),
    following: ours?.state === 'accepted',
    showing_reblogs: ours?.state === 'accepted',
    notifying: false,
    languages: null,
    followed_by: theirs?.state === 'accepted',
    blocking: false,
    blocked_by: false,
    muting: false,
    muting_notifications: false,
    muting_expires_at: null,
    requested: ours?.state === 'requested',
    requested_by: false,
    domain_blocking: false,
    endorsed: false,
    note: '',
  };
}
