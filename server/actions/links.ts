import type { ActivityIri, CommunityIri } from '../community/ids.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'communities' | 'follows' | 'states' | 'clock' | 'addresses' | 'wake'>;

/**
 * Two communities are linked when both have decided it: each follows the other, and accepts the other's Follow only by
 * its own decision. What one passes on is shown to the members of the other and never passed on again: a community
 * announces what is written in itself alone, so nothing can go round.
 */
export async function settleLink(
  house: Needs,
  { community, other }: { readonly community: CommunityIri; readonly other: CommunityIri },
): Promise<void> {
  const [state, there] = await Promise.all([house.states.load(community), house.communities.byIri(other)]);
  if (state === null || there === null || community === other) return;
  const [ours, theirs] = await Promise.all([house.follows.get(community, other), house.follows.get(other, community)]);
  const elsewhere = there.home === 'elsewhere';
  if (!state.links.has(other)) {
    if (ours !== null) await end(house, ours, elsewhere ? ['send-undo'] : []);
    if (theirs !== null) await end(house, theirs, elsewhere ? ['reject'] : []);
    return;
  }
  if (ours === null || ours.state === 'ended') await ask(house, { community, other, elsewhere });
  if (theirs?.state === 'requested') {
    await house.follows.put({ ...theirs, state: 'accepted', at: house.clock.now() }, elsewhere ? ['accept'] : []);
  }
  house.wake();
}

/** One of another server is asked; of one of this server it is known what it has decided. */
async function ask(
  house: Needs,
  { community, other, elsewhere }: { community: CommunityIri; other: CommunityIri; elsewhere: boolean },
): Promise<void> {
  const at = house.clock.now();
  const activity = house.addresses.activity('follow', community, other, at.toISOString());
  const agreed = !elsewhere && (await house.states.load(other))?.links.has(community);
  const follow: Follow = { follower: community, target: other, activity, state: agreed ? 'accepted' : 'requested', at };
  await house.follows.put(follow, elsewhere ? ['send-follow'] : []);
}

async function end(house: Needs, follow: Follow, effects: readonly ('send-undo' | 'reject')[]): Promise<void> {
  if (follow.state !== 'ended') await house.follows.put({ ...follow, state: 'ended' }, effects);
}

/** A community elsewhere asks to be linked: kept until the community here decides the same, or accepted when it has. */
export async function linkAsked(
  house: Needs,
  ask: { readonly community: CommunityIri; readonly by: CommunityIri; readonly activity: ActivityIri },
): Promise<'accepted' | 'requested' | 'refused'> {
  const { community, by, activity } = ask;
  const state = await house.states.load(community);
  if (state === null || community === by || isCutOff(state, hostOf(by))) return 'refused';
  const linked = state.links.has(by);
  const follow: Follow = {
    follower: by,
    target: community,
    activity,
    state: linked ? 'accepted' : 'requested',
    at: house.clock.now(),
  };
  await house.follows.put(follow, linked ? ['accept'] : []);
  house.wake();
  return linked ? 'accepted' : 'requested';
}
