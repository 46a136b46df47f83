import type { House } from '../actions/house.ts';
import type { PersonIri } from '../community/ids.ts';

/**
 * What somebody's *home* is made of: her communities, herself, whom she follows (what they begin, and answer to her),
 * and hashtags.
 */
export async function homeOf(house: Pick<House, 'readers'>, viewer: PersonIri) {
  const { communities, people, marks } = await house.readers.of(viewer);
  const tags = marks.filter(({ kind }) => kind === 'tag').map(({ subject }) => subject);
  return { communities, authors: [viewer], followed: people, tags };
}
