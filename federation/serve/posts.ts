import type { Addresses } from '../../server/community/addresses.ts';
import type { PersonIri, PostIri } from '../../server/community/ids.ts';
import { handleOf } from '../../server/community/person.ts';
import type { Post } from '../../server/community/post.ts';
import type { Posts } from '../../server/ports/posts.ts';
import { communityHandle } from '../vocabulary/objects/addressing.ts';
import { postDocument, tombstoneDocument } from '../vocabulary/objects/posts.ts';
import { type ActorSources, type KnownActor, knownActor } from './actors.ts';
import { type Found, UNKNOWN } from './found.ts';

export interface PostSources extends Pick<ActorSources, 'people' | 'communities'> {
  readonly posts: Pick<Posts, 'byIri'>;
}

/** Whether a post may be read by anybody, as long as it is there. */
export function isForAll(post: Post): boolean {
  return post.audience === 'public' && post.standing.state === 'visible';
}

/** Whether whoever asks may see a post. */
export type May = (post: Post) => Promise<boolean>;

const anybody: May = async (post) => isForAll(post);

/**
 * Posts of this server by their ids: for anybody, unless it is said who asks. What may not be seen is unknown, also once
 * it is deleted.
 */
export function createPostLookup(stores: PostSources, { addresses }: { readonly addresses: Addresses }) {
  return async (iri: PostIri, may: May = anybody): Promise<Found> => {
    const post = await stores.posts.byIri(iri);
    if (post === null || post.home !== 'here' || !(await may(post))) return UNKNOWN;
    if (post.deletedAt !== undefined) return { state: 'gone', document: tombstoneDocument(post) };
    const author = await knownActor(stores, post.author);
    if (author === null) return UNKNOWN;
    const left = author.kind === 'person' ? author.person.goneAt : undefined;
    if (left !== undefined) return { state: 'gone', document: tombstoneDocument({ ...post, deletedAt: left }) };
    return show(post, author);
  };

  async function show(post: Post, author: KnownActor): Promise<Found> {
    const [community, people] = await Promise.all([
      post.community === undefined ? null : stores.communities.byIri(post.community),
      stores.people.byIris(post.to as readonly PersonIri[]),
    ]);
    const around = {
      addresses,
      author: author.kind === 'person' ? author.person : author.community,
      community: community ?? undefined,
      mentioned: [...people.values()].map((person) => ({ iri: person.iri, handle: handleOf(person) })),
    };
    const page = community === null ? pageOf(author) : addresses.page.thread(communityHandle(community), post.thread);
    return { state: 'here', document: postDocument(post, around), page };
  }

  function pageOf(author: KnownActor): string {
    switch (author.kind) {
      case 'person':
        return addresses.page.person(author.person.username);
      case 'community':
        return addresses.page.community(author.community.name);
    }
  }
}
