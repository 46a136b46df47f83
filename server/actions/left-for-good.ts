import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import { leaveCommunity } from './join-community.ts';

type Needs = Parameters<typeof leaveCommunity>[0];

/** Somebody's account elsewhere is gone: she leaves the communities here, and is shown as gone. */
export async function leftForGood(house: Needs, actor: ActorIri): Promise<void> {
  const person = await house.people.byIri(actor as PersonIri);
  if (person === null || person.home === 'here' || person.goneAt) return;
  for (const { target } of await house.follows.communitiesOf(person.iri)) {
    await leaveCommunity(house, { person: person.iri, community: target as CommunityIri });
  }
  await house.people.keepElsewhere({ ...person, displayName: person.username, summary: '', goneAt: house.clock.now() });
}
