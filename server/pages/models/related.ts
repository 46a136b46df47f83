import type { MovedModel, RelatedModel, RelatedPost } from '../../../views/parts/related.ts';
import type { House } from '../../actions/house.ts';
import { maySee } from '../../actions/may-see.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { PostIri } from '../../community/ids.ts';
import { kindsIn, OUTCOMES, type OwnKind } from '../../community/kinds.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { Relation } from '../../ports/relations.ts';
import { pageHandle } from '../context.ts';
import { withoutKindLine } from './meaning.ts';
import { authorsOf } from './person.ts';

/** More that tried one post than this are not named: the thread has them all. */
const MOST_NAMED = 50;

/** How some posts are related to others, as one viewer may see it: what she may not see is not named. */
export async function relatedModels(
  house: House,
  posts: readonly Post[],
  { viewer, own }: { readonly viewer: Person | null; readonly own: readonly OwnKind[] },
): Promise<ReadonlyMap<PostIri, RelatedModel>> {
  const iris = posts.filter(({ deletedAt }) => deletedAt === undefined).map(({ iri }) => iri);
  const [said, later] = await Promise.all([
    house.relations.to(iris, ['tried', 'corrects']),
    house.relations.from(iris, ['superseded-by']),
  ]);
  if (said.length + later.length === 0) return new Map();
  const others = await seenPosts(house, [...said.map(({ from }) => from), ...later.map(({ to }) => to)], viewer);
  const authorOf = await authorsOf(
    house,
    [...others.values()].map(({ post }) => post.author),
  );
  const named = ({ post, path }: Seen): RelatedPost => ({
    key: postKey(post.iri),
    path,
    author: authorOf(post.author),
    at: post.receivedAt,
  });
  const about = (post: Post): RelatedModel => {
    const of = (kind: Relation['kind']) =>
      said.flatMap((one) => (one.to === post.iri && one.kind === kind ? (others.get(one.from) ?? []) : []));
    const after = later.find(({ from }) => from === post.iri);
    const next = after && others.get(after.to);
    const mine = viewer !== null && post.author === viewer.iri;
    return {
      corrections: of('corrects').map((one) => ({
        ...named(one),
        sanitisedHtml: withoutKindLine(one.post.html, own),
        ...(mine && one.post.author !== viewer.iri
          ? { putBack: `${one.base}/threads/${postKey(post.iri)}/correction` }
          : {}),
      })),
      trials: of('tried')
        .slice(0, MOST_NAMED)
        .map((one) => ({ ...named(one), ...cameOf(one.post) })),
      ...(next && after ? { later: { ...named(next), at: after.at, ...titled(next.post) } } : {}),
    };
  };
  const models = posts.map((post) => [post.iri, about(post)] as const);
  return new Map(
    models.filter(([, { corrections, trials, later: next }]) => corrections.length + trials.length > 0 || next),
  );
}

const cameOf = ({ details }: Post): Pick<RelatedModel['trials'][number], 'came'> => {
  const kinds = kindsIn(details?.hashtags);
  const outcome = OUTCOMES.find((one) => kinds.includes(one));
  return outcome === undefined ? {} : { came: outcome };
};

const titled = ({ title }: Post): { readonly title?: string } => (title === undefined ? {} : { title });

interface Seen {
  readonly post: Post;
  readonly path: string;
  /** The path of its community's pages. */
  readonly base: string;
}

/** Those of some posts that a viewer may see, with where they stand. */
async function seenPosts(
  house: House,
  iris: readonly PostIri[],
  viewer: Person | null,
): Promise<ReadonlyMap<PostIri, Seen>> {
  const found = await Promise.all(
    [...new Set(iris)].map(async (iri) => {
      const post = await house.posts.byIri(iri);
      if (post?.community === undefined || post.deletedAt) return [];
      const [community, visible] = await Promise.all([
        house.communities.byIri(post.community),
        isSeen(house, post, viewer),
      ]);
      if (community === null || !visible) return [];
      const handle = pageHandle(community);
      const { page } = house.addresses;
      return [[iri, { post, path: page.thread(handle, post.iri), base: page.community(handle) }] as const];
    }),
  );
  return new Map(found.flat());
}

async function isSeen(house: House, post: Post, viewer: Person | null): Promise<boolean> {
  if (viewer === null) return post.audience === 'public' && post.standing.state === 'visible';
  return maySee(house, post, viewer.iri);
}

/** Where parts of a thread have gone, in the order in which they went; to threads that the viewer may see. */
export async function movedModels(
  house: House,
  { community, root, viewer }: { readonly community: Community; readonly root: Post; readonly viewer: Person | null },
): Promise<readonly MovedModel[]> {
  const moved = await house.relations.from([root.iri], ['moved-to']);
  const others = await seenPosts(
    house,
    moved.map(({ to }) => to),
    viewer,
  );
  const path = (iri: PostIri) => house.addresses.page.thread(pageHandle(community), iri);
  return moved.flatMap(({ to, at }) => {
    const post = others.get(to)?.post;
    return post === undefined ? [] : [{ key: postKey(to), path: path(to), at, ...titled(post) }];
  });
}
