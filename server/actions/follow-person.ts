import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'follows' | 'people' | 'clock' | 'addresses' | 'wake'>;
type Asked = { readonly follower: PersonIri; readonly person: PersonIri };

/**
 * Somebody here follows a person: one of this server at once; one elsewhere is asked, and until her server says yes
 * nothing of hers comes in (PRI-04). Asked again, it is the same Follow.
 */
export async function followPerson(
  house: Needs,
  { follower, person: target }: Asked,
): Promise<Result<Follow, 'no-such-person' | 'oneself' | 'moved-away'>> {
  const person = await house.people.byIri(target);
  if (person === null || person.goneAt) return refused('no-such-person', 'This account is gone.');
  if (follower === target) return refused('oneself', 'This is you: your own posts are in your home anyway.');
  if (person.movedTo !== undefined) {
    return refused('moved-away', said`This account has moved to ${person.movedTo}. Follow it there.`);
  }
  const before = await house.follows.get(follower, target);
  if (before?.state === 'accepted') return accepted(before);
  const at = house.clock.now();
  const activity =
    before?.state === 'requested'
      ? before.activity
      : house.addresses.activity('follow', follower, target, at.toISOString());
  const isHere = person.home === 'here';
  const follow: Follow = { follower, target, activity, state: isHere ? 'accepted' : 'requested', at };
  await house.follows.put(follow, isHere ? [] : ['send-follow']);
  house.wake();
  return accepted(follow);
}

/** Somebody here no longer follows a person, or no longer asks to; she may never have. Nobody here is told. */
export async function unfollowPerson(house: Needs, { follower, person }: Asked): Promise<void> {
  const before = await house.follows.get(follower, person);
  if (before === null || before.state === 'ended') return;
  await house.follows.put({ ...before, state: 'ended' }, house.addresses.isHere(person) ? [] : ['send-undo']);
  house.wake();
}
