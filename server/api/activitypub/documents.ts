import { ACTIVITY_CONTEXT } from '../../../federation/vocabulary/contexts.ts';
import { PUBLIC } from '../../../federation/vocabulary/names.ts';
import { postDocument } from '../../../federation/vocabulary/objects/posts.ts';
import type { JsonObject, JsonValue } from '../../../federation/vocabulary/read.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../../community/ids.ts';
import { handleOf } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { Follow } from '../../ports/follows.ts';
import type { Reaction } from '../../ports/posts.ts';
import type { ApiParts } from '../parts.ts';

type House = Pick<ApiParts['house'], 'people' | 'communities' | 'addresses'>;

/** A post as it came, in the Create that brought it: what everybody may read, and what was for her. */
export async function createDocument(house: House, post: Post): Promise<JsonObject> {
  const [person, community, mentioned] = await Promise.all([
    house.people.byIri(post.author as PersonIri),
    post.community === undefined ? null : house.communities.byIri(post.community),
    house.people.byIris(post.to as readonly PersonIri[]),
  ]);
  const author = person ?? (await house.communities.byIri(post.author as CommunityIri));
  const object = postDocument(post, {
    addresses: house.addresses,
    author: { iri: post.author, followers: author?.followers },
    mentioned: [...mentioned.values()].map((one) => ({ iri: one.iri, handle: handleOf(one) })),
    ...(community === null ? {} : { community }),
  });
  const { '@context': context, to, cc } = object;
  return {
    '@context': context ?? ACTIVITY_CONTEXT,
    id: post.activity,
    type: 'Create',
    actor: post.author,
    published: post.publishedAt.toISOString(),
    ...given('to', to),
    ...given('cc', cc),
    object: Object.fromEntries(Object.entries(object).filter(([member]) => member !== '@context')),
  };
}

const given = (member: string, value: JsonValue | undefined): JsonObject =>
  value === undefined ? {} : { [member]: value };

/** That somebody liked a post, or passed it on. */
export const reactionDocument = ({ kind, activity, actor, post, at }: Reaction): JsonObject => ({
  '@context': ACTIVITY_CONTEXT,
  id: activity,
  type: ({ like: 'Like', dislike: 'Dislike', share: 'Announce', emoji: 'EmojiReact' } as const)[kind],
  actor,
  published: at.toISOString(),
  ...(kind === 'share' ? { to: [PUBLIC] } : {}),
  object: post,
});

/** That somebody follows her. */
export const followDocument = ({ activity, follower, target, at }: Follow): JsonObject => ({
  '@context': ACTIVITY_CONTEXT,
  id: activity,
  type: 'Follow',
  actor: follower,
  published: at.toISOString(),
  to: [target as ActorIri],
  object: target,
});
