import { plainText } from '../../../actions/content.ts';
import type { House } from '../../../actions/house.ts';
import { maySee } from '../../../actions/may-see.ts';
import type { Community } from '../../../community/community.ts';
import type { PersonIri, PostIri } from '../../../community/ids.ts';
import type { Post } from '../../../community/post.ts';
import { oneLine } from '../../../community/text.ts';
import { pageHandle } from '../../context.ts';
import { authorsOf } from '../person.ts';

const LONGEST_NAME = 90;

/** A post as it is named in a list: by its title, or its first words. */
export interface NamedPost {
  readonly iri: PostIri;
  readonly title: string;
  readonly author: string;
  /** The community it stands in. */
  readonly place?: string;
  /** Its page here, or at its own server. */
  readonly url: string;
}

/** What a post is called where it is named in one line. */
export function nameOfPost(post: Post): string {
  const words = post.title ?? oneLine(plainText(post.html));
  const shown = post.details?.warning ?? words;
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…` : shown || '…';
}

/** Those of some posts that somebody may see, by their ids. */
export async function seenPosts(
  house: Pick<House, 'posts' | 'follows'>,
  iris: readonly PostIri[],
  viewer: PersonIri,
): Promise<readonly Post[]> {
  const found = await Promise.all([...new Set(iris)].map((iri) => house.posts.byIri(iri)));
  const seen = await Promise.all(found.map(async (post) => post !== null && (await maySee(house, post, viewer))));
  return found.filter((post, at): post is Post => post !== null && seen[at] === true);
}

/** Posts as they are named in one line each. */
export async function namedPosts(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  posts: readonly Post[],
): Promise<ReadonlyMap<PostIri, NamedPost>> {
  const communities = [...new Set(posts.flatMap(({ community }) => community ?? []))];
  const [authorOf, known] = await Promise.all([
    authorsOf(
      house,
      posts.map(({ author }) => author),
    ),
    Promise.all(communities.map((iri) => house.communities.byIri(iri))),
  ]);
  const communityOf = new Map(known.flatMap((one) => (one === null ? [] : [[one.iri, one] as const])));
  return new Map(
    posts.map((post) => {
      const community = post.community && communityOf.get(post.community);
      const named = { iri: post.iri, title: nameOfPost(post), author: authorOf(post.author).name };
      const place = community === undefined ? {} : { place: community.title };
      return [post.iri, { ...named, ...place, url: pageOf(house, post, community) }] as const;
    }),
  );
}

/** Where people read it: in its community here, else where its author put it. */
function pageOf(
  { addresses }: Pick<House, 'addresses'>,
  { iri, home, details }: Post,
  community: Community | undefined,
): string {
  if (community !== undefined) return addresses.page.thread(pageHandle(community), iri);
  return home === 'elsewhere' ? (details?.page ?? iri) : iri;
}
