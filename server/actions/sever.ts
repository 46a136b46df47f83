import type { CommunityIri, PersonIri } from '../community/ids.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { CommunityState } from '../governance/state.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';

/**
 * Brings the follows of a community in line with what it has decided about servers: those from a server that is cut
 * off are severed, so that nothing is delivered there; lifted, they are accepted as before; ended for good, they end.
 * What follows from a decision in the record; doing it again changes nothing.
 */
export async function reconcileFollows(
  house: Pick<House, 'states' | 'follows' | 'clock'>,
  community: CommunityIri,
): Promise<void> {
  const state = await house.states.load(community);
  if (state === null) return;
  const [accepted, severed] = await Promise.all([
    house.follows.of(community, 'accepted'),
    house.follows.of(community, 'severed'),
  ]);
  for (const follow of accepted) {
    if (!isCutOff(state, hostOf(follow.follower))) continue;
    await house.follows.put({ ...follow, state: 'severed', severedAt: house.clock.now() }, []);
  }
  for (const follow of severed) {
    const next = afterSevered(state, follow);
    if (next !== null) await house.follows.put(next, []);
  }
}

/** What becomes of a severed follow now; `null` while it stays severed. */
function afterSevered(state: CommunityState, follow: Follow): Follow | null {
  const { severedAt: _, ...rest } = follow;
  const member = state.members.get(follow.follower as PersonIri);
  if (member === undefined || member.leftAt !== undefined) return { ...rest, state: 'ended' };
  return isCutOff(state, hostOf(follow.follower)) ? null : { ...rest, state: 'accepted' };
}
