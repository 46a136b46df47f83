import type { CommunityIri } from '../community/ids.ts';
import { organisationOf, type Person } from '../community/person.ts';
import { chooseAffiliation } from '../governance/affiliation.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

/**
 * Brings the record of a community here in line with what somebody shows to belong to: what she counts for there, and
 * from when on. Where it says so already, nothing is written.
 */
export async function recordAffiliation(
  house: Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>,
  person: Person,
  community: CommunityIri,
): Promise<void> {
  if (person.home !== 'here' || person.goneAt !== undefined) return;
  const organisation = organisationOf(person);
  const how = person.affiliation?.how ?? 'server';
  await decideAndRecord(house, community, (state, now) =>
    chooseAffiliation({ state, person: person.iri, organisation, how, now }),
  );
}
