import type { ActivityIri, ActorIri, PersonIri } from '../community/ids.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'follows' | 'people' | 'clock' | 'wake'>;

/** Somebody elsewhere follows a person here: granted. */
export async function acceptFollower(
  house: Needs,
  { follower, person, activity }: { follower: ActorIri; person: PersonIri; activity: ActivityIri },
): Promise<void> {
  const before = await house.follows.get(follower, person);
  const at = before?.state === 'accepted' ? before.at : house.clock.now();
  await house.follows.put({ follower, target: person, activity, state: 'accepted', at }, ['accept']);
  house.wake();
}

/** A community elsewhere answered somebody's request to join it. */
export async function answerFollow(
  house: Needs,
  { follow, answer }: { readonly follow: Follow; readonly answer: 'accepted' | 'ended' },
): Promise<void> {
  await house.follows.put({ ...follow, state: answer, at: house.clock.now() }, []);
}

/** Another server believes in a following that does not exist here: it is told that there is none. */
export async function takeFollowBack(house: Needs, { follow }: { readonly follow: Follow }): Promise<void> {
  await house.follows.put({ ...follow, state: 'ended' }, ['send-undo']);
  house.wake();
}

/** Somebody elsewhere no longer follows a person here; she may never have. */
export async function stopFollowing(
  house: Needs,
  { follower, target }: { readonly follower: ActorIri; readonly target: ActorIri },
): Promise<void> {
  const follow = await house.follows.get(follower, target);
  if (follow !== null && follow.state !== 'ended') await house.follows.put({ ...follow, state: 'ended' }, []);
}
