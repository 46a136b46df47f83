import type { PersonIri } from '../community/ids.ts';
import { personHere } from '../community/person-here.ts';
import { accountLetIn } from '../governance/membership.ts';
import type { House } from './house.ts';
import { homeCommunity } from './instance-rules.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<
  House,
  'applicants' | 'communities' | 'states' | 'record' | 'addresses' | 'clock' | 'random' | 'newKeyPair' | 'wake'
>;

/**
 * What follows from a member letting somebody in: it stands in the home community's book, and then her account is open.
 * Also an effect of that decision, so that a stop in between loses nothing; done twice it is done once.
 */
export async function openLetIn(house: Needs, iri: PersonIri): Promise<void> {
  const applicant = await house.applicants.byIri(iri);
  const home = await homeCommunity(house);
  if (applicant?.letInBy === undefined || home === null) return;
  const { username, letInBy: by } = applicant;
  await decideAndRecord(house, home.iri, (state) => accountLetIn({ state, account: iri, by }));
  const person = personHere(house.addresses, { username, since: house.clock.now() });
  await house.applicants.open(person, await house.newKeyPair());
  house.wake();
}
