import type { PostModel } from '../../../views/parts/post.ts';
import type { House } from '../../actions/house.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { PostIri } from '../../community/ids.ts';
import { kindsIn } from '../../community/kinds.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { mayMove } from '../../governance/conversation/threads.ts';
import type { CommunityState } from '../../governance/state.ts';
import { pageHandle } from '../context.ts';

/** What somebody may do in a conversation besides answering, in the thread where the post stands. */
export function conversationActs(
  { addresses, clock }: Pick<House, 'addresses' | 'clock'>,
  post: Post,
  around: {
    readonly community: Community;
    readonly state: CommunityState | undefined;
    readonly viewer: Person | null;
    readonly isMember: boolean;
    /** The path of the thread's page; absent where posts of several threads are listed. */
    readonly thread: string | undefined;
    /** The other posts of the thread. */
    readonly posts: ReadonlyMap<PostIri, Post>;
  },
): { readonly acts: PostModel['acts']; readonly mayTake?: string } {
  const { community, viewer, thread, isMember, posts } = around;
  if (thread === undefined || viewer === null || post.deletedAt !== undefined || post.standing.state !== 'visible') {
    return { acts: {} };
  }
  const own = addresses.page.thread(pageHandle(community), post.iri);
  const to = (as: string) => answering(thread, post, as);
  const answers = isMember && post.lockedAt === undefined && post.poll === undefined;
  const mine = post.author === viewer.iri;
  const parent = post.inReplyTo === undefined ? undefined : posts.get(post.inReplyTo);
  const suggests = kindsIn(post.details?.hashtags).includes('correction') && !mine && parent?.author === viewer.iri;
  return {
    acts: {
      ...(answers && !mine ? { tried: to('triedit') } : {}),
      ...(answers ? { correct: to('correction') } : {}),
      ...(maySort(around, post, clock.now()) ? { move: `${own}/move` } : {}),
    },
    ...(suggests && parent !== undefined
      ? { mayTake: `${addresses.page.thread(pageHandle(community), parent.iri)}/correction` }
      : {}),
  };
}

/** Where the form to answer a post is, on the page of its thread. */
export const answering = (thread: string, { iri }: Post, as?: string): string =>
  `${thread}${thread.includes('?') ? '&' : '?'}to=${postKey(iri)}${as === undefined ? '' : `&as=${as}`}#reply`;

/** Who may order this thread, where that is decided here. */
function maySort(
  { state, viewer, posts }: Parameters<typeof conversationActs>[2],
  { thread, poll, audience }: Post,
  now: Date,
): boolean {
  const opener = posts.get(thread)?.author;
  if (state === undefined || viewer === null || opener === undefined || poll || audience === 'circle') return false;
  return mayMove({ state, by: viewer.iri, now }, [opener]).ok;
}
