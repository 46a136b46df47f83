import type { House } from '../actions/house.ts';
import type { Community } from '../community/community.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Listed } from '../community/listing.ts';
import { actorNumber } from '../community/numbers.ts';
import type { OwnList } from '../community/own-list.ts';
import type { Person } from '../community/person.ts';
import type { Keepsake } from '../ports/keepsakes.ts';
import { notFound } from './errors.ts';

type Needs = Pick<House, 'follows' | 'communities' | 'ownLists'>;

/** A list that an app shows: one she made, or one of her communities. */
export type FoundList = { readonly own: Keepsake<OwnList> } | { readonly community: Community };

/** Communities she belongs to. */
export async function communitiesOf(house: Needs, viewer: Person): Promise<readonly Community[]> {
  const joined = (await house.follows.communitiesOf(viewer.iri)).filter(({ state }) => state === 'accepted');
  const found = await Promise.all(joined.map(({ target }) => house.communities.byIri(target)));
  return found.filter((community) => community !== null);
}

/** By its number; what is not hers is not there. */
export async function listBy(house: Needs, viewer: Person, id: string): Promise<FoundList> {
  const own = await house.ownLists.get(viewer.iri, id);
  if (own !== null) return { own };
  const community = (await communitiesOf(house, viewer)).find(({ iri }) => actorNumber(iri) === id);
  if (community === undefined) throw notFound();
  return { community };
}

/**
 * What a list is made of. Answers in a community on it are shown as in *home*; of people's answers those to others on
 * the list, and with `followed` those to herself besides.
 */
export async function listedIn(house: Needs, found: FoundList, viewer: Person): Promise<Listed> {
  if ('community' in found) return { communities: [found.community.iri], authors: [] };
  const { actors, replies } = found.own.content;
  const known = await Promise.all(actors.map((iri) => house.communities.byIri(iri as CommunityIri)));
  const communities = actors.filter((_, at) => known[at] !== null) as CommunityIri[];
  const authors = actors.filter((_, at) => known[at] === null) as PersonIri[];
  const answers = { none: 'none', list: authors, followed: [...authors, viewer.iri] } as const;
  return { communities, authors, answers: answers[replies] };
}
