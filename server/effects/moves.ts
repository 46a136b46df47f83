import { moveActivity } from '../../federation/send/activities/move.ts';
import { movedElsewhere } from '../actions/move.ts';
import type { Person } from '../community/person.ts';
import type { EventOf } from '../governance/events.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';

/**
 * Somebody of this server has moved out: her memberships here go on under the new name, and everybody who follows her,
 * and every community elsewhere that she belongs to, is told.
 */
export async function carryOutMove({ house, outbox }: EffectParts, person: Person): Promise<void> {
  const { iri, movedTo } = person;
  if (movedTo === undefined) return;
  const communities = (await house.follows.communitiesOf(iri)).map(({ target }) => target);
  await movedElsewhere(house, { from: iri, to: movedTo });
  await outbox.send({
    activity: moveActivity({ addresses: house.addresses, actor: iri, target: movedTo }),
    actor: iri,
    to: { followersOf: iri, actors: communities.filter((community) => !house.addresses.isHere(community)) },
    public: false,
    object: iri,
  });
}

/**
 * A community moves by decision of its members. Its followers are told only when the new one, asked now, names this one
 * as itself; until it does, this is tried again.
 */
export async function moveCommunity(
  { house, outbox, meet }: EffectParts,
  head: EntryHead,
  { target }: EventOf<'community-moved'>,
): Promise<void> {
  const { community } = head;
  if (!house.addresses.isHere(target)) await meet(target, { again: true });
  const there = await house.communities.byIri(target);
  if (!there?.alsoKnownAs?.includes(community)) throw new Error(`${target} does not name ${community} as itself`);
  await house.communities.moveOut(community, target);
  await outbox.send({
    activity: moveActivity({ addresses: house.addresses, actor: community, target }),
    actor: community,
    to: { followersOf: community },
    public: true,
    object: community,
  });
}
