import type { House } from '../../actions/house.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';

interface Between {
  readonly favourited: boolean;
  readonly reblogged: boolean;
  readonly bookmarked: boolean;
  readonly muted: boolean;
  readonly pinned?: boolean;
}

const NOTHING: Between = { favourited: false, reblogged: false, bookmarked: false, muted: false };

/** What is between the viewer and some posts, looked up at once; `pinned` is told of her own posts alone, as Mastodon does. */
export async function betweenThem(
  { readers }: Pick<House, 'readers'>,
  posts: readonly Post[],
  viewer: Person | null,
): Promise<(post: Post) => Between> {
  if (viewer === null) return () => NOTHING;
  const reader = await readers.of(viewer.iri);
  const towards = await reader.towards(posts);
  const muted = new Set(reader.marks.filter(({ kind }) => kind === 'muted-thread').map(({ subject }) => subject));
  return ({ iri, thread, author }) => {
    const { stance, shared, bookmarked, pinned } = towards(iri);
    return {
      favourited: stance === 'like',
      reblogged: shared,
      bookmarked,
      muted: muted.has(thread),
      ...(author === viewer.iri ? { pinned } : {}),
    };
  };
}

/** What is between her and what she has just written: nothing, but that it may stand in a thread that she has muted. */
export async function nothingYet(
  house: Pick<House, 'readers'>,
  posts: readonly Post[],
  viewer: Person | null,
): Promise<(post: Post) => Between> {
  const areAnswers = posts.some(({ inReplyTo }) => inReplyTo !== undefined);
  if (areAnswers || viewer === null) return betweenThem(house, posts, viewer);
  return () => ({ ...NOTHING, pinned: false });
}
