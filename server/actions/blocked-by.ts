import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { stopFollowing } from './follows.ts';
import type { House } from './house.ts';
import { leaveCommunity } from './join-community.ts';

type Needs = Parameters<typeof leaveCommunity>[0] & Pick<House, 'follows'>;

/**
 * Somebody elsewhere wants nothing more to do with an actor here: neither follows the other from then on. Nobody is
 * told, for a block is not the blocked one's business. Blocking a community is leaving it.
 */
export async function blockedBy(
  house: Needs,
  { blocker, blocked }: { readonly blocker: ActorIri; readonly blocked: ActorIri },
): Promise<void> {
  const community = await house.communities.byIri(blocked as CommunityIri);
  if (community !== null) {
    await leaveCommunity(house, { person: blocker as PersonIri, community: community.iri });
    return;
  }
  await stopFollowing(house, { follower: blocker, target: blocked });
  await stopFollowing(house, { follower: blocked, target: blocker });
}
