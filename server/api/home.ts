import type { House } from '../actions/house.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';

/**
 * What somebody's *home* is made of: her communities, herself, whom she follows (what they begin, and answer to her),
 * and hashtags.
 */
export async function homeOf(house: Pick<House, 'follows' | 'marks'>, viewer: PersonIri) {
  const [joined, people, marks] = await Promise.all([
    house.follows.communitiesOf(viewer),
    house.follows.peopleFollowedBy(viewer),
    house.marks.of(viewer, ['tag']),
  ]);
  const communities = joined.filter(({ state }) => state === 'accepted').map(({ target }) => target as CommunityIri);
  const followed = people.filter(({ state }) => state === 'accepted').map(({ target }) => target);
  return { communities, authors: [viewer], followed, tags: marks.map(({ subject }) => subject) };
}
