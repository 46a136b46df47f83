import type { House } from '../actions/house.ts';
import { isPossibleName } from '../community/community.ts';
import { lookAlikeOf } from '../community/look-alike.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';

export type NameRefusal = 'bad-name' | 'looks-alike' | 'name-taken';

type Needs = Pick<House, 'people' | 'communities' | 'states' | 'applicants'>;

/** A name as it is kept, however it was typed. */
export const nameAsKept = (typed: string): string => typed.trim().toLowerCase();

/**
 * Whether a new account may have a name: asked here by every way of opening one. Not one that is reserved, that anybody
 * or any community has or once had, that somebody has asked for, or that could be mistaken for one whom people trust.
 *
 * @returns the name as it will be
 */
export async function freeName(house: Needs, typed: string): Promise<Result<string, NameRefusal>> {
  const name = nameAsKept(typed);
  if (!isPossibleName(name)) {
    return refused(
      'bad-name',
      'A name is 2 to 30 letters, digits or _, begins with a letter, and is not one of a few reserved ones.',
    );
  }
  const [person, community, applicant] = await Promise.all([
    house.people.byName(name),
    house.communities.byName(name),
    house.applicants.byName(name),
  ]);
  const kept = applicant !== null && applicant.declinedAt === undefined;
  if (person !== null || community !== null || kept) return nameTaken(name);
  const trusted = lookAlikeOf(name, await trustedNames(house));
  if (trusted !== undefined) {
    return refused(
      'looks-alike',
      said`${name} could be mistaken for ${trusted}, whom people here trust. Choose a name that looks different.`,
    );
  }
  return accepted(name);
}

export const nameTaken = (name: string) => refused('name-taken', said`The name ${name} is taken here. Choose another.`);

/** Names in which somebody would be believed for no reason of her own: of communities, and of who holds a role in one. */
async function trustedNames(house: Pick<Needs, 'communities' | 'states' | 'people'>): Promise<readonly string[]> {
  const communities = await house.communities.here();
  const states = await Promise.all(communities.map(({ iri }) => house.states.load(iri)));
  const holders = states.flatMap((state) => [...(state?.holders.values() ?? [])].flat().map(({ member }) => member));
  const founders = communities.flatMap(({ founder }) => founder ?? []);
  const people = await house.people.byIris([...new Set([...holders, ...founders])]);
  return [...communities.map(({ name }) => name), ...[...people.values()].map(({ username }) => username)];
}
