import type { ActivityIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { organisationOf } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { join, leave } from '../governance/membership.ts';
import type { Follow } from '../ports/follows.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<
  House,
  'communities' | 'people' | 'follows' | 'states' | 'record' | 'clock' | 'random' | 'addresses' | 'wake'
>;

/**
 * Somebody asks to be part of a community: from a page here, or by a `Follow` from her own server (`activity`).
 * A community here takes her in at once and writes it down; one elsewhere is asked, and answers in its own time.
 */
export async function joinCommunity(
  house: Needs,
  ask: { readonly person: PersonIri; readonly community: CommunityIri; readonly activity?: ActivityIri },
): Promise<Result<Follow, 'no-such-community' | 'no-such-person'>> {
  const [community, person] = await Promise.all([
    house.communities.byIri(ask.community),
    house.people.byIri(ask.person),
  ]);
  if (community === null) return refused('no-such-community', 'There is no such community.');
  if (person === null || person.goneAt) return refused('no-such-person', 'This account is not known here.');
  const before = await house.follows.get(ask.person, ask.community);
  const at = house.clock.now();
  const activity = ask.activity ?? house.addresses.activity('follow', ask.person, ask.community, at.toISOString());
  if (before?.state === 'accepted' && ask.activity === undefined) return accepted(before);

  const follow: Follow = {
    follower: ask.person,
    target: ask.community,
    activity,
    state: community.home === 'here' ? 'accepted' : 'requested',
    at: before?.state === 'accepted' ? before.at : at,
  };
  if (community.home === 'elsewhere') {
    await house.follows.put(follow, ['send-follow']);
  } else {
    await house.follows.put(follow, person.home === 'here' ? ['record-join'] : ['record-join', 'accept']);
    await recordMembership(house, follow);
  }
  house.wake();
  return accepted(follow);
}

/**
 * Brings the record in line with a follow as it stands now: a joining or a leaving is written, or nothing. Also an
 * effect of the follow, so a stop in between loses nothing. Whoever changed her mind while it was being written is
 * looked at again, so that nobody stays on the roll who has left, whatever overtook what.
 */
export async function recordMembership(
  house: Needs,
  { follower, target }: Pick<Follow, 'follower' | 'target'>,
): Promise<void> {
  const person = await house.people.byIri(follower as PersonIri);
  if (person === null) return;
  const belongs = async () => (await house.follows.get(follower, target))?.state === 'accepted';
  for (let stands = await belongs(), before = !stands; stands !== before; stands = await belongs()) {
    await decideAndRecord(house, target as CommunityIri, (state, now) =>
      stands
        ? join({ state, person: person.iri, organisation: organisationOf(person), now })
        : leave({ state, person: person.iri, now }),
    );
    before = stands;
  }
}

/** Leaves, silently: nobody is told. Leaving twice, or a community one was never in, changes nothing. */
export async function leaveCommunity(
  house: Needs,
  ask: { readonly person: PersonIri; readonly community: CommunityIri },
): Promise<Result<null, 'no-such-community'>> {
  const community = await house.communities.byIri(ask.community);
  if (community === null) return refused('no-such-community', 'There is no such community.');
  const before = await house.follows.get(ask.person, ask.community);
  if (before === null || before.state === 'ended') return accepted(null);
  const follow: Follow = { ...before, state: 'ended' };
  if (community.home === 'elsewhere') {
    await house.follows.put(follow, ['send-undo']);
  } else {
    await house.follows.put(follow, ['record-leave']);
    await recordMembership(house, follow);
  }
  house.wake();
  return accepted(null);
}
