import type { CommunityIri, PersonIri } from '../community/ids.ts';
import { organisation } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { moveMember } from '../governance/membership.ts';
import type { Follow } from '../ports/follows.ts';
import { recordAffiliation } from './affiliation.ts';
import { followPerson, unfollowPerson } from './follow-person.ts';
import type { House } from './house.ts';
import { joinCommunity } from './join-community.ts';
import { decideAndRecord } from './record.ts';

type Needs = Parameters<typeof joinCommunity>[0] & Parameters<typeof followPerson>[0];

/**
 * Somebody's account has moved: her memberships here go on under the new name, with her tenure, and whoever here follows
 * her follows her there; what was asked for but not granted does not move. The caller has made sure that both the old and the new account say so. Each step can be
 * done again: a membership that has moved is found under the new name.
 */
export async function movedElsewhere(
  house: Needs,
  { from, to }: { readonly from: PersonIri; readonly to: PersonIri },
): Promise<'moved' | 'nothing to move'> {
  const person = await house.people.byIri(to);
  if (person === null || person.goneAt || from === to) return 'nothing to move';
  let moved = false;
  for (const follow of await house.follows.communitiesOf(from)) {
    if (follow.state !== 'accepted' || (await house.communities.byIri(follow.target))?.home !== 'here') continue;
    const recorded = await decideAndRecord(house, follow.target, (state) =>
      moveMember({ state, from, to, organisation: organisation(person.host) }),
    );
    const done = recorded.ok || recorded.refusal.code === 'not-a-member';
    if (!done) continue;
    await takeOver(house, follow, to);
    await recordAffiliation(house, person, follow.target);
    moved = true;
  }
  if (await followersGoAlong(house, { from, to })) moved = true;
  house.wake();
  return moved ? 'moved' : 'nothing to move';
}

/** Whoever here follows somebody who has moved follows her where she is now; the old server is told that it is over. */
async function followersGoAlong(
  house: Needs,
  { from, to }: { readonly from: PersonIri; readonly to: PersonIri },
): Promise<boolean> {
  const followers = (await house.follows.followersOf(from)).filter((follower) => house.addresses.isHere(follower));
  for (const follower of followers) {
    const one = await house.people.byIri(follower as PersonIri);
    if (one?.home !== 'here' || one.goneAt) continue;
    await followPerson(house, { follower: one.iri, person: to });
    await unfollowPerson(house, { follower: one.iri, person: from });
  }
  return followers.length > 0;
}

/** The follow stands under the new name; the old one ends. Nothing is recorded by it: the move stands in the record. */
async function takeOver(house: Needs, follow: Follow, to: PersonIri): Promise<void> {
  const before = await house.follows.get(to, follow.target);
  if (before?.state !== 'accepted') await house.follows.put({ ...follow, follower: to, state: 'accepted' }, []);
  await house.follows.put({ ...follow, state: 'ended' }, []);
}

/** A community elsewhere has moved: whoever here belongs to it asks to join it where it is now. */
export async function communityMovedElsewhere(
  house: Needs,
  { from, to }: { readonly from: CommunityIri; readonly to: CommunityIri },
): Promise<'moved' | 'nothing to move'> {
  const followers = (await house.follows.followersOf(from)).filter((follower) => house.addresses.isHere(follower));
  for (const follower of followers) {
    const person = await house.people.byIri(follower as PersonIri);
    if (person?.home !== 'here' || person.goneAt) continue;
    const follow = await house.follows.get(follower, from);
    await joinCommunity(house, { person: person.iri, community: to });
    if (follow !== null) await house.follows.put({ ...follow, state: 'ended' }, ['send-undo']);
  }
  const community = await house.communities.byIri(from);
  if (community?.home === 'elsewhere') await house.communities.keepElsewhere({ ...community, movedTo: to });
  house.wake();
  return followers.length > 0 ? 'moved' : 'nothing to move';
}

/** Most accounts that somebody can name as hers. */
const MOST_NAMES = 10;

/** Somebody here says which other accounts are hers, so that she can move from one of them to here. */
export async function nameAliases(
  house: Pick<House, 'people'>,
  { person, aliases }: { readonly person: PersonIri; readonly aliases: readonly string[] },
): Promise<Result<null, 'bad-alias'>> {
  const names = [...new Set(aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))];
  if (names.length > MOST_NAMES) return refused('bad-alias', said`Name at most ${MOST_NAMES} other accounts.`);
  const wrong = names.find((name) => !/^https?:\/\//.test(name) || !URL.canParse(name) || name === person);
  if (wrong !== undefined) {
    return refused(
      'bad-alias',
      said`“${wrong.slice(0, 100)}” is not the address of another account. It begins with https://.`,
    );
  }
  await house.people.setAliases(person, names as PersonIri[]);
  return accepted(null);
}

/** Somebody here moves out: her followers are told. That the new account names this one, the caller has fetched. */
export async function moveOut(
  house: Pick<House, 'people' | 'wake'>,
  { person, to }: { readonly person: PersonIri; readonly to: PersonIri },
): Promise<Result<null, 'not-confirmed' | 'no-such-person'>> {
  const [old, there] = await Promise.all([house.people.byIri(person), house.people.byIri(to)]);
  if (old?.home !== 'here' || old.goneAt || there === null || there.goneAt || to === person) {
    return refused('no-such-person', 'There is no account at this address.');
  }
  if (!there.alsoKnownAs?.includes(person)) {
    return refused(
      'not-confirmed',
      'The other account does not name this one as its own yet (“also known as”). Do that first.',
    );
  }
  await house.people.moveOut(person, to);
  house.wake();
  return accepted(null);
}
