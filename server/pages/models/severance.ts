import type { Touched } from '../../../views/parts/severance.ts';
import type { House } from '../../actions/house.ts';
import type { ActorIri } from '../../community/ids.ts';
import { homeOf } from '../../governance/affiliation.ts';
import { addDays } from '../../governance/dates.ts';
import { memberOf } from '../../governance/membership.ts';
import type { Change } from '../../governance/proposal.ts';
import { touching } from '../../governance/proposals/touching.ts';
import { hostOf } from '../../governance/servers.ts';
import type { CommunityState } from '../../governance/state.ts';

/** Posts of so many days are counted. */
const COUNTED_DAYS = 90;

/**
 * Whom a change about servers would touch (governance.md §3.8, “preview severed relations”): for each server how many
 * members, follows and posts, never whose. `null` for a change that touches no server's people.
 */
export async function touchedBy(
  { follows, timelines }: Pick<House, 'follows' | 'timelines'>,
  state: CommunityState,
  change: Change,
  now: Date,
): Promise<readonly Touched[] | null> {
  const touches = touching(state, change);
  if (touches === null) return null;
  const [followers, posts] = await Promise.all([
    follows.followersOf(state.community),
    timelines.postsByAuthor(state.community, addDays(now, -COUNTED_DAYS)),
  ]);
  return countTouched({ state, touches, followers, posts });
}

/** The counting itself: most members first. */
export function countTouched({
  state,
  touches,
  followers,
  posts,
}: {
  readonly state: CommunityState;
  readonly touches: (host: string) => boolean;
  readonly followers: readonly ActorIri[];
  readonly posts: ReadonlyMap<ActorIri, number>;
}): readonly Touched[] {
  const rows = new Map<string, Touched>();
  const add = (organisation: string, what: 'members' | 'follows' | 'posts', count: number) => {
    if (organisation === '' || !touches(organisation)) return;
    const row = rows.get(organisation) ?? { organisation, members: 0, follows: 0, posts: 0 };
    rows.set(organisation, { ...row, [what]: row[what] + count });
  };
  for (const one of state.members.values()) {
    if (memberOf(state, one.member) !== null) add(homeOf(one), 'members', 1);
  }
  for (const follower of followers) add(hostOf(follower), 'follows', 1);
  for (const [author, count] of posts) add(hostOf(author), 'posts', count);
  return [...rows.values()].sort((a, b) => b.members - a.members || (a.organisation < b.organisation ? -1 : 1));
}
