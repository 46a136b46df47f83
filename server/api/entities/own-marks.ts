import type { House } from '../../actions/house.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';

/** What the viewer keeps of some posts, looked up at once; `pinned` is told of her own posts alone, as Mastodon does. */
export async function ownMarks(
  { marks }: Pick<House, 'marks'>,
  posts: readonly Post[],
  viewer: Person | null,
): Promise<(post: Post) => { readonly bookmarked: boolean; readonly muted: boolean; readonly pinned?: boolean }> {
  if (viewer === null) return () => ({ bookmarked: false, muted: false });
  const subjects = [...new Set(posts.flatMap(({ iri, thread }) => [iri, thread]))];
  const kept = await marks.about(viewer.iri, ['bookmark', 'pin', 'muted-thread'], subjects);
  const has = new Set(kept.map(({ kind, subject }) => `${kind} ${subject}`));
  return ({ iri, thread, author }) => ({
    bookmarked: has.has(`bookmark ${iri}`),
    muted: has.has(`muted-thread ${thread}`),
    ...(author === viewer.iri ? { pinned: has.has(`pin ${iri}`) } : {}),
  });
}
