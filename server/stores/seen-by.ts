import type { Collection, Filter } from 'mongodb';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { FollowDocument } from './follows.ts';
import type { PostDocument } from './posts.ts';

type Where = Filter<PostDocument>;

/**
 * What this server shows to everybody by itself. What came in because somebody here follows its author, or is
 * mentioned in it, is for those it came for: else a list would tell whom people here follow.
 */
export const SHOWN_TO_ALL: Where = { $or: [{ community: { $exists: true } }, { home: 'here' }] };

export const toStrangers = (viewer: PersonIri | null): readonly Where[] => (viewer === null ? [SHOWN_TO_ALL] : []);

export const EVERYBODY: Where = { audience: 'public', 'standing.state': 'visible' };

/** Public posts that stand; those for members, for a circle, held or direct ones besides, for those whom they are for. */
export function seenBy(viewer: PersonIri | null, memberOf: readonly CommunityIri[]): Where {
  if (viewer === null) return EVERYBODY;
  const visible = { 'standing.state': 'visible' } as const;
  return {
    $or: [
      EVERYBODY,
      { author: viewer },
      { to: viewer, audience: { $in: ['circle', 'direct'] }, ...visible },
      ...(memberOf.length === 0
        ? []
        : [{ audience: 'members', community: { $in: [...memberOf] }, ...visible } as Where]),
    ],
  };
}

export const NOT_DELETED: Where = { deletedAt: { $exists: false } };

/** Every community somebody is a member of. */
export async function membershipsOf(
  follows: Collection<FollowDocument>,
  viewer: PersonIri | null,
): Promise<readonly CommunityIri[]> {
  if (viewer === null) return [];
  const found = follows.find({ follower: viewer, state: 'accepted' }, { projection: { _id: 0, target: 1 } });
  return (await found.toArray()).map(({ target }) => target as CommunityIri);
}
