import { updateActivity } from '../../federation/send/activities/update.ts';
import { PUBLIC } from '../../federation/vocabulary/names.ts';
import { personDocument } from '../../federation/vocabulary/objects/actors.ts';
import { recordAffiliation } from '../actions/affiliation.ts';
import { endAccess } from '../actions/end-access.ts';
import type { Person } from '../community/person.ts';
import type { PersonEffect } from '../ports/actors.ts';
import { tidyPortraits } from './files.ts';
import { carryOutLeaving, deleteHerPosts } from './leaving.ts';
import { addressChangedLetter, confirmLetter, letInLetter, passwordSetLetter } from './mails.ts';
import { carryOutMove } from './moves.ts';
import type { EffectParts } from './parts.ts';

const CARRY = {
  profile: sendProfile,
  affiliation: recordAffiliations,
  move: carryOutMove,
  'tidy-portraits': tidyPortraits,
  access: shutOut,
  left: carryOutLeaving,
  'delete-posts': deleteHerPosts,
  'confirm-letter': confirmLetter,
  'address-changed': addressChangedLetter,
  'let-in': letInLetter,
} satisfies Record<PersonEffect, (parts: EffectParts, person: Person) => Promise<void>>;

/** Carries out what follows from a change that somebody here made to her account, in order. */
export async function carryOutPerson(
  parts: EffectParts,
  { person, effects }: { readonly person: Person; readonly effects: readonly PersonEffect[] },
): Promise<void> {
  for (const effect of effects) await CARRY[effect](parts, person);
}

/** Her profile as it is now, to everybody who has it: her followers, her communities elsewhere, and members of those here. */
async function sendProfile({ house, outbox }: EffectParts, { iri }: Person): Promise<void> {
  const [person, pem, communities] = await Promise.all([
    house.people.byIri(iri),
    house.keys.publicKeyPem(iri),
    house.follows.communitiesOf(iri),
  ]);
  if (person === null || pem === null || person.goneAt !== undefined) return;
  const { addresses } = house;
  const belongs = communities.filter(({ state }) => state === 'accepted').map(({ target }) => target);
  const here = belongs.filter((community) => addresses.isHere(community));
  const elsewhere = belongs.filter((community) => !addresses.isHere(community));
  const document = personDocument(person, pem, addresses);
  const activity = updateActivity({
    addresses,
    actor: iri,
    object: { ...document, to: [PUBLIC], cc: [addresses.followers(iri)] },
    edition: house.clock.now().toISOString(),
  });
  const to = { followersOf: [iri, ...here], actors: elsewhere };
  await outbox.send({ activity, actor: iri, to, public: true, object: iri });
}

/** What she counts for in her communities here: what she shows now, from the time on that each of them asks. */
async function recordAffiliations({ house }: EffectParts, { iri }: Person): Promise<void> {
  const [person, communities] = await Promise.all([house.people.byIri(iri), house.follows.communitiesOf(iri)]);
  if (person === null) return;
  for (const { target, state } of communities) {
    if (state === 'accepted' && house.addresses.isHere(target)) await recordAffiliation(house, person, target);
  }
}

/** Whoever acted for her by what was allowed before her password was changed, or before she left, does so no longer. */
async function shutOut({ house }: EffectParts, person: Person): Promise<void> {
  const changedAt = await house.credentials.changedAt(person.iri);
  if (person.goneAt !== undefined) await endAccess(house, person);
  else if (changedAt !== null) {
    await house.accessTokens.revokeBefore(person.iri, changedAt);
    await passwordSetLetter(house, person.iri, changedAt);
  }
}
