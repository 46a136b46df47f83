import type { Poll, Post } from '../../../server/community/post.ts';
import { ACTIVITY_CONTEXT, OBJECT_CONTEXT, TITLE } from '../contexts.ts';
import type { JsonObject } from '../read.ts';
import { addressing, communityHandle, type PostSurroundings } from './addressing.ts';
import { detailMembers, typeOf } from './details.ts';
import { escapeHtml } from './html.ts';
import { quoteLine, quoteMembers } from './quotes.ts';

/** A post as it stands now: a Tombstone, a Question, or a Note or what else its author's server calls it. */
export function postDocument(post: Post, around: PostSurroundings): JsonObject {
  if (post.deletedAt !== undefined) return tombstoneDocument(post);
  const { poll } = post;
  return poll === undefined ? noteDocument(post, around) : questionDocument({ ...post, poll }, around);
}

/**
 * A post as a Note. Mastodon shows a Note's `content` alone, so a titled post's content begins with its title, which
 * Lemmy and NodeBB take for one; `dcterms:title` says it to those who look. A Note has no `name`: snac takes one that
 * does for a vote and hides it. What came from elsewhere as another kind is passed on as that kind.
 */
export function noteDocument(post: Post, around: PostSurroundings): JsonObject {
  return { '@context': OBJECT_CONTEXT, id: post.iri, type: typeOf(post.details), ...written(post, around) };
}

/**
 * A poll as a Question, in Mastodon's shape: votes are counted by its author's server, so a community's binding poll
 * must be by the community. While the count is closed every option says 0; afterwards the final counts stand. New
 * counts do not make it `updated`: Mastodon would forget the votes it knows of.
 */
function questionDocument(post: Post & { readonly poll: Poll }, around: PostSurroundings): JsonObject {
  const { options, multiple, closesAt, closedAt, counts, voters } = post.poll;
  const choices = options.map((name, index) => ({
    type: 'Note',
    name,
    replies: { type: 'Collection', totalItems: counts?.[index] ?? 0 },
  }));
  return {
    '@context': OBJECT_CONTEXT,
    id: post.iri,
    type: 'Question',
    ...written(post, around),
    [multiple ? 'anyOf' : 'oneOf']: choices,
    ...(closesAt && { endTime: closesAt.toISOString() }),
    ...(closedAt && { closed: closedAt.toISOString() }),
    votersCount: voters ?? 0,
  };
}

/** What stays of a deleted post (ActivityPub §6.11): its id and times. Its type is not remembered. */
export function tombstoneDocument(post: Pick<Post, 'iri' | 'publishedAt' | 'deletedAt'>): JsonObject {
  return {
    '@context': ACTIVITY_CONTEXT,
    id: post.iri,
    type: 'Tombstone',
    published: post.publishedAt.toISOString(),
    ...(post.deletedAt && { deleted: post.deletedAt.toISOString() }),
  };
}

function written(post: Post, around: PostSurroundings): JsonObject {
  const title = post.inReplyTo === undefined ? post.title : undefined;
  const content = contentOf(post, title);
  const url = post.details?.page ?? threadPage(post, around);
  return {
    attributedTo: post.author,
    ...(title !== undefined && { [isNote(post) ? TITLE : 'name']: title }),
    content,
    ...(post.inReplyTo !== undefined && { inReplyTo: post.inReplyTo }),
    published: post.publishedAt.toISOString(),
    ...updated(post),
    ...(url !== undefined && { url }),
    ...quoteMembers(post, around.addresses),
    ...detailMembers(post.details ?? {}, { content, addressed: addressing(post, around) }),
  };
}

const isNote = ({ details, poll }: Post): boolean => details?.kind === undefined && poll === undefined;

/** A Note's text begins with its title, as a Question's does; whoever reads articles shows their titles. */
function contentOf(post: Post, title: string | undefined): string {
  const text = `${quoteLine(post)}${post.html}`;
  const showsTitles = post.details?.kind !== undefined;
  return title === undefined || showsTitles ? text : `<p><strong>${escapeHtml(title)}</strong></p>${text}`;
}

/** Its own server's word, where it is from elsewhere. */
function updated({ updatedAt, editedAt }: Post): JsonObject {
  const at = updatedAt ?? editedAt;
  return at === undefined ? {} : { updated: at.toISOString() };
}

/** Where a public post can be read by people; posts outside communities have no page of their own. */
function threadPage(post: Post, { addresses, community }: PostSurroundings): string | undefined {
  if (community === undefined || post.audience !== 'public') return undefined;
  return `${addresses.origin}${addresses.page.thread(communityHandle(community), post.thread)}`;
}
