import type { House } from '../actions/house.ts';
import { maySee } from '../actions/may-see.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';

/** Whether somebody, or anybody, may see a post; nobody sees one that was deleted. */
export function isSeen(house: Pick<House, 'follows'>, post: Post, viewer: Person | null): Promise<boolean> {
  return maySee(house, post, viewer?.iri ?? ('' as PersonIri));
}

/**
 * Of some posts those that still stand and that somebody may see, in their order.
 *
 * @param atHand posts that have just been read: they are not read again
 */
export async function seenBy(
  house: Pick<House, 'follows' | 'posts'>,
  iris: readonly PostIri[],
  viewer: Person | null,
  atHand: readonly Post[] = [],
): Promise<readonly Post[]> {
  const read = new Map(atHand.map((post) => [post.iri, post]));
  const found = await Promise.all(iris.map((iri) => read.get(iri) ?? house.posts.byIri(iri)));
  const known = found.filter((post) => post !== null);
  const seen = await Promise.all(known.map((post) => isSeen(house, post, viewer)));
  return known.filter((_, at) => seen[at]);
}
