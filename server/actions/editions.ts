import type { PersonIri } from '../community/ids.ts';
import type { Edition, Post } from '../community/post.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';

/**
 * What a post was before it was changed, oldest first, as far as somebody may read it: each edition by whom it was for
 * while it stood. Whoever widens a post publishes it as it is then; what it said before stays with those it was said to
 * (promise.md, 45). The caller has made sure that she may see the post as it stands.
 */
export async function earlierEditions(
  house: Pick<House, 'posts' | 'follows'>,
  post: Post,
  viewer: PersonIri | null,
): Promise<readonly Edition[]> {
  const all = await house.posts.editions(post.iri);
  if (viewer === post.author) return all;
  const reader = viewer ?? ('' as PersonIri);
  const seen = await Promise.all(
    all.map(
      async ({ audience, to = [] }) => audience !== undefined && maySee(house, { ...post, audience, to }, reader),
    ),
  );
  return all.filter((_, at) => seen[at]);
}
