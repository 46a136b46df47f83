import type { PersonIri, PostIri } from '../community/ids.ts';
import { saysWelcome, welcomedIn } from '../community/kinds.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { editPost } from './change-post.ts';
import { addedTags, withoutWelcome } from './meant-as.ts';

type Needs = Parameters<typeof editPost>[0];

/**
 * Somebody who worked out loud has what she asked for: her post welcomes nothing any more. It is an edit like any
 * other, so that every server that has the post learns of it. Closed already, nothing happens.
 */
export async function closeInvitation(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri },
): Promise<Result<null>> {
  const post = await house.posts.byIri(ask.post);
  if (post === null || post.deletedAt) return refused('no-such-post', 'This post is gone.');
  if (post.author !== ask.by || post.source === undefined) {
    return refused('not-yours', 'Only who invited others can close the invitation, where she wrote it.');
  }
  if (welcomedIn(post.details?.hashtags).length === 0) return accepted(null);
  const tags = addedTags(post).filter((tag) => !saysWelcome(tag));
  const title = post.title === undefined ? {} : { title: post.title };
  return editPost(house, { ...ask, text: withoutWelcome(post.source), tags, ...title });
}
