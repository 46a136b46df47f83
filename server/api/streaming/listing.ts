import { tagKey } from '../../community/hashtags.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import type { Listed } from '../../ports/posts.ts';

/**
 * Whether a post is in a list. The same is said to the database in `stores/timelines.ts`, where it is asked for page by
 * page, and a test compares the two. Who may see the post is another question (`seen.ts`).
 *
 * Of a deleted post the hashtags are gone: it is taken to have had any, so that it is taken off the screens.
 */
export function isListed(of: Listed, post: Post, viewer: PersonIri): boolean {
  const isPublic = post.audience === 'public' && post.standing.state === 'visible';
  const tags = (post.details?.hashtags ?? []).map(tagKey);
  const hasAny = (wanted: readonly string[]) =>
    wanted.length > 0 && (post.deletedAt !== undefined || wanted.some((tag) => tags.includes(tag)));
  if ('public' in of) return isPublic && (post.home === 'here' || (of.public === 'everywhere' && !!post.community));
  if ('tagged' in of) {
    const hasAll = of.all.every((tag) => hasAny([tag]));
    const hasNone = !of.none.some((tag) => tags.includes(tag));
    return isPublic && hasAny(of.tagged) && hasAll && hasNone && (!of.here || post.home === 'here');
  }
  const isFirst = post.inReplyTo === undefined;
  const isOpening = isFirst || post.poll !== undefined;
  if ('author' in of) {
    if (of.withFiles && !post.details?.attachments) return false;
    if (of.ofTag !== undefined && !hasAny([of.ofTag])) return false;
    const isOpened = post.community === (of.author as string) && isOpening;
    return of.replies ? post.author === of.author : (post.author === of.author && isFirst) || isOpened;
  }
  const { communities, authors, followed = [], answers, tags: followedTags = [] } = of;
  const isTo = (actors: readonly string[]) => post.to.some((one) => actors.includes(one));
  const isAmong = post.community !== undefined && communities.includes(post.community);
  // What others wrote for members is shown in those lists that their community is on.
  if (post.audience === 'members' && !isAmong && post.author !== viewer) return false;
  const isAnswerWanted = answers === undefined || (answers !== 'none' && isTo(answers));
  return (
    (isAmong && (answers !== 'none' || isFirst)) ||
    (authors.includes(post.author) && (isFirst || isAnswerWanted)) ||
    (followed.includes(post.author) && (isOpening || isTo(authors))) ||
    (isPublic && hasAny(followedTags))
  );
}
