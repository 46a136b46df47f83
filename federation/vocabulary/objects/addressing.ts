import type { Addresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import type { ActorIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { PUBLIC } from '../names.ts';
import type { JsonObject, JsonValue } from '../read.ts';

/** What a post's document says beside the post itself. */
export interface PostSurroundings {
  readonly addresses: Addresses;
  /** Who wrote it: a person, or a community (which is a poll's author). */
  readonly author: { readonly iri: ActorIri; readonly followers?: string | undefined };
  /** The community it was posted into, here or elsewhere. */
  readonly community?: Pick<Community, 'iri' | 'name' | 'host' | 'home' | 'followers'> | undefined;
  /** Handles (`@ana@north.example`) of those in `to`, as far as known; each becomes a Mention. */
  readonly mentioned?: readonly { readonly iri: ActorIri; readonly handle: string }[] | undefined;
}

/** How pages name a community: its name where it is at home, with its host elsewhere. */
export function communityHandle(community: Pick<Community, 'name' | 'host' | 'home'>): string {
  return community.home === 'here' ? community.name : `${community.name}@${community.host}`;
}

/**
 * Whom a post is for (ActivityPub §5). A public post in a community goes to everybody, with the community, its
 * followers and the author's in `cc`; `audience` names the community (FEP-1b12). One for members goes to the community's
 * followers; one for a circle, or a direct one, to its readers and to nobody else.
 */
export function addressing(post: Post, around: PostSurroundings): JsonObject {
  const { addresses, author, community } = around;
  const tag = mentions(post, around);
  const tagged = tag.length > 0 && { tag };
  // For named people only: no community stands in it, or its server might pass it on.
  if (post.audience === 'direct' || post.audience === 'circle') return { to: post.to, ...tagged };
  if (post.audience === 'members') return { ...forMembers(community, addresses), ...tagged };
  const own = author.followers ?? (addresses.isHere(author.iri) ? addresses.followers(author.iri) : undefined);
  const cc = [own, community?.iri, community && followersOf(community, addresses)]
    .filter((address) => address !== undefined)
    .filter((address) => address !== author.iri);
  return {
    to: [...new Set([PUBLIC, ...post.to])],
    cc: [...new Set(cc)],
    ...(community && { audience: community.iri }),
    ...tagged,
  };
}

/** For the members of a community: never Public, and never the author's own followers. */
function forMembers(community: PostSurroundings['community'], addresses: Addresses): JsonObject {
  if (community === undefined) return { to: [] };
  const members = followersOf(community, addresses);
  return {
    to: members === undefined ? [community.iri] : [members],
    cc: members === undefined ? [] : [community.iri],
    audience: community.iri,
  };
}

function followersOf(community: NonNullable<PostSurroundings['community']>, addresses: Addresses): string | undefined {
  return community.home === 'here' ? addresses.followers(community.iri) : community.followers;
}

/**
 * Mentions of those addressed, and of the community in everything posted into it: a reply from Mastodon reaches the
 * community only when it mentions it, and Mastodon prefills whom the post mentions (fediverse.md §2).
 */
function mentions(post: Post, { author, community, mentioned = [] }: PostSurroundings): readonly JsonValue[] {
  const tags = new Map<string, string>();
  for (const { iri, handle } of mentioned) if (post.to.includes(iri)) tags.set(iri, handle);
  if (community && (post.audience === 'public' || post.audience === 'members'))
    tags.set(community.iri, `@${community.name}@${community.host}`);
  tags.delete(author.iri);
  return [...tags].map(([href, name]) => ({ type: 'Mention', href, name }));
}
