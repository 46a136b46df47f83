import type { Post } from '../community/post.ts';
import { type Refusal, refused } from '../community/result.ts';
import type { House } from './house.ts';

/** The refusal of an answer in what those who moderate a community have closed, post or whole thread; or nothing. */
export async function lockedFor(
  { posts }: Pick<House, 'posts'>,
  parent: Pick<Post, 'lockedAt' | 'thread' | 'iri'>,
): Promise<{ readonly ok: false; readonly refusal: Refusal<'locked'> } | undefined> {
  const root = parent.thread === parent.iri ? null : await posts.byIri(parent.thread);
  if (parent.lockedAt === undefined && root?.lockedAt === undefined) return undefined;
  return refused(
    'locked',
    'Those who moderate this community have closed this thread: nobody can answer in it any more.',
  );
}
