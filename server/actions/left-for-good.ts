import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { leaveCommunity } from './join-community.ts';

type Needs = Parameters<typeof leaveCommunity>[0];

/** Somebody's account elsewhere is gone: she leaves the communities here, and is shown as gone; nobody follows her any more. */
export async function leftForGood(house: Needs, actor: ActorIri): Promise<void> {
  const person = await house.people.byIri(actor as PersonIri);
  if (person === null || person.home === 'here' || person.goneAt) return;
  for (const { target } of await house.follows.communitiesOf(person.iri)) {
    await leaveCommunity(house, { person: person.iri, community: target as CommunityIri });
  }
  await endFollows(house, person.iri);
  await house.people.keepElsewhere({ ...person, displayName: person.username, summary: '', goneAt: house.clock.now() });
}

/** Whom she follows here, and who here follows her. */
async function endFollows(house: Needs, person: PersonIri): Promise<void> {
  const [hers, ofHer] = await Promise.all([
    house.follows.peopleFollowedBy(person),
    Promise.all((['accepted', 'requested'] as const).map((state) => house.follows.of(person, state))),
  ]);
  for (const follow of [...hers, ...ofHer.flat()]) await house.follows.put({ ...follow, state: 'ended' }, []);
}
