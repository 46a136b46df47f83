import { BSON, type Collection, type Filter, type FindCursor } from 'mongodb';
import type { PostIri } from '../community/ids.ts';
import { postNumber, readNumber, timeIn } from '../community/numbers.ts';
import type { Post } from '../community/post.ts';
import type { Posts } from '../ports/posts.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { gatherWrites } from './gathering.ts';
import { type PostDocument, toPost } from './posts.ts';

/** So many posts are kept at hand, and none whose document is longer than this (bytes). */
const MOST_POSTS = 1500;
const LONGEST = 8 * 1024;

/** What is not shown of a post, and may be much. */
export const SHOWN = { projection: { words: 0, earlier: 0 } } as const;

interface AtHand {
  readonly bytes: Buffer;
  readonly post: Post;
}

export interface PostsAtHand extends Pick<Posts, 'byIri' | 'byNumber'> {
  /** What a query finds, in its order. */
  all(found: FindCursor<PostDocument>): Promise<Post[]>;
  /**
   * Some posts as they are now: read after this was asked, with those that others ask for while one reading is under
   * way. There may be more in the answer.
   */
  byIris(iris: readonly PostIri[]): Promise<ReadonlyMap<PostIri, Post>>;
}

/**
 * Reads posts as the database has them at that moment; of one whose bytes are those of the last time, the post that was
 * made of them then is the answer. So nothing outdated is ever taken for what stands, whoever wrote it, and what others
 * keep beside a post (its number, its text for apps) they keep as long as it stays the same.
 */
export function createPostsAtHand(posts: Collection<PostDocument>): PostsAtHand {
  const atHand = new RecentlyUsed<string, AtHand>({ limit: MOST_POSTS });

  /** A number stands for one post for ever. */
  const numbered = new RecentlyUsed<string, PostIri>({ limit: MOST_POSTS });

  function read(bytes: Buffer): Post {
    const id = idIn(bytes);
    const known = id === undefined ? undefined : atHand.get(id);
    if (known?.bytes.equals(bytes)) return known.post;
    const post = toPost(BSON.deserialize(bytes) as PostDocument);
    // A copy: these bytes are part of a whole answer of the database.
    if (id !== undefined && bytes.length <= LONGEST) atHand.set(id, { bytes: Buffer.from(bytes), post });
    return post;
  }

  async function all(found: FindCursor<PostDocument>): Promise<Post[]> {
    const documents = (await found.toArray()) as unknown as readonly Buffer[];
    return documents.map(read);
  }

  const byIris = gatherWrites(async (asked: readonly (readonly PostIri[])[]) => {
    const iris = [...new Set(asked.flat())];
    // One more than there can be, or the database does not know that these are all, and is asked again.
    const found = find({ _id: { $in: iris } } as Filter<PostDocument>).batchSize(iris.length + 1);
    const byIri: ReadonlyMap<PostIri, Post> = new Map((await all(found)).map((post) => [post.iri, post]));
    return asked.map(() => byIri);
  });
  const byIri = async (iri: PostIri): Promise<Post | null> => (await byIris([iri])).get(iri) ?? null;
  const find = (where: Filter<PostDocument>) => posts.find(where, { ...SHOWN, raw: true });

  return {
    all,
    byIris,
    byIri,
    async byNumber(text) {
      const known = numbered.get(text);
      if (known !== undefined) return byIri(known);
      const number = readNumber(text);
      if (number === null) return null;
      const then = await all(find({ receivedAt: timeIn(number) }));
      const found = then.find((post) => postNumber(post) === number.toString()) ?? null;
      if (found !== null) numbered.set(text, found.iri);
      return found;
    },
  };
}

/** A document of BSON begins with its length and, as the database gives it, its id: here always a text. */
const ID = Buffer.from('\u0002_id\0', 'latin1');
const ID_AT = 4;
const TEXT_AT = ID_AT + ID.length + 4;

/** The id of a document; `undefined` where it does not begin with one that is a text. */
function idIn(bytes: Buffer): string | undefined {
  if (bytes.compare(ID, 0, ID.length, ID_AT, ID_AT + ID.length) !== 0) return undefined;
  // Its length counts the zero at its end.
  return bytes.toString('utf8', TEXT_AT, TEXT_AT + bytes.readInt32LE(TEXT_AT - 4) - 1);
}
