import { tagKey } from './hashtags.ts';
import type { ActorIri, CommunityIri, PersonIri } from './ids.ts';
import type { Post } from './post.ts';

/** What posts a list of a client app is made of. */
export type Listed =
  /**
   * Of these communities; by these authors wherever they write; and of those followed, what they begin and what they
   * answer to one of these authors.
   */
  | {
      readonly communities: readonly CommunityIri[];
      readonly authors: readonly ActorIri[];
      readonly followed?: readonly ActorIri[];
      /** No answers at all, or of what the authors write answers to these alone; absent: every answer. */
      readonly answers?: 'none' | readonly ActorIri[];
      /** And everything public with one of these hashtags (`tagKey`). */
      readonly tags?: readonly string[];
    }
  /** Everything public of communities and of people here; of this server's people and communities alone. */
  | { readonly public: 'everywhere' | 'here' }
  /** Everything public with one of some hashtags, with all of others, and with none of a third kind (`tagKey`). */
  | {
      readonly tagged: readonly string[];
      readonly all: readonly string[];
      readonly none: readonly string[];
      readonly here: boolean;
    }
  /** By one author, or of one community; all, those that have files, or those with a hashtag (`tagKey`). */
  | { readonly author: ActorIri; readonly replies: boolean; readonly withFiles?: true; readonly ofTag?: string };

/**
 * Whether a post is in a list. The same is said to the database in `stores/timelines.ts`, where it is asked for page by
 * page, and a test compares the two. Who may see the post is another question (`seen.ts`).
 *
 * Of a deleted post the hashtags are gone: it is taken to have had any, so that it is taken off the screens.
 *
 * @param opening whether it opens a thread, where its document says so: threads are parted and joined
 */
export function isListed(of: Listed, post: Post, viewer: PersonIri | null, opening?: boolean): boolean {
  const isPublic = post.audience === 'public' && post.standing.state === 'visible';
  const tags = (post.details?.hashtags ?? []).map(tagKey);
  const hasAny = (wanted: readonly string[]): boolean =>
    wanted.length > 0 && (post.deletedAt !== undefined || wanted.some((tag) => tags.includes(tag)));
  if ('public' in of) return isPublic && (post.home === 'here' || (of.public === 'everywhere' && !!post.community));
  if ('tagged' in of) {
    const hasAll = of.all.every((tag) => hasAny([tag]));
    const hasNone = !of.none.some((tag) => tags.includes(tag));
    return isPublic && hasAny(of.tagged) && hasAll && hasNone && (!of.here || post.home === 'here');
  }
  const isFirst = post.inReplyTo === undefined;
  const isOpening = opening ?? (isFirst || post.poll !== undefined);
  if ('author' in of) {
    if (of.withFiles && !post.details?.attachments) return false;
    if (of.ofTag !== undefined && !hasAny([of.ofTag])) return false;
    const isOpened = post.community === (of.author as string) && isOpening;
    return of.replies ? post.author === of.author : (post.author === of.author && isFirst) || isOpened;
  }
  const { communities, authors, followed = [], answers, tags: followedTags = [] } = of;
  const isTo = (actors: readonly string[]) => post.to.some((one) => actors.includes(one));
  const isAmong = post.community !== undefined && isIn(communities, post.community);
  // What others wrote for members is shown in those lists that their community is on.
  if (post.audience === 'members' && !isAmong && post.author !== viewer) return false;
  const isAnswerWanted = answers === undefined || (answers !== 'none' && isTo(answers));
  return (
    (isAmong && (answers !== 'none' || isFirst)) ||
    (authors.includes(post.author) && (isFirst || isAnswerWanted)) ||
    (isIn(followed, post.author) && (isOpening || isTo(authors))) ||
    (isPublic && hasAny(followedTags))
  );
}

/** Lists are asked about post after post, and some are long. */
const asSets = new WeakMap<readonly string[], ReadonlySet<string>>();
const SHORT = 8;

function isIn(list: readonly string[], one: string): boolean {
  if (list.length <= SHORT) return list.includes(one);
  let set = asSets.get(list);
  if (set === undefined) {
    set = new Set(list);
    asSets.set(list, set);
  }
  return set.has(one);
}

/**
 * Whether somebody may see a post, as `stores/seen-by.ts` asks the database; a test compares the two.
 *
 * @param memberOf communities that she is a member of
 */
export function isShownTo(
  { audience, author, community, home, to, standing, deletedAt }: Post,
  viewer: PersonIri | null,
  memberOf: readonly CommunityIri[],
): boolean {
  if (deletedAt !== undefined) return false;
  const isVisible = standing.state === 'visible';
  if (viewer === null) return isVisible && audience === 'public' && (community !== undefined || home === 'here');
  if (author === viewer) return true;
  if (!isVisible || audience === 'public') return isVisible;
  if (audience === 'members') return community !== undefined && memberOf.includes(community);
  return to.includes(viewer);
}
