import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Stance } from '../ports/gestures.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'posts' | 'follows' | 'gestures' | 'clock' | 'addresses' | 'wake'>;
type LikeRefusal = 'no-such-post' | 'not-a-member';

/**
 * Somebody here likes or dislikes a post of a community she belongs to, or likes what somebody wrote for everybody
 * outside of communities. Said twice, it is said once.
 */
export async function likePost(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri; readonly kind: Stance },
): Promise<Result<null, LikeRefusal>> {
  const post = await house.posts.byIri(ask.post);
  if (post === null || post.deletedAt || post.standing.state !== 'visible') {
    return refused('no-such-post', 'This post is gone.');
  }
  if (post.audience === 'circle' && post.author !== ask.by && !post.to.includes(ask.by)) {
    return refused('no-such-post', 'This post is gone.');
  }
  if (post.community === undefined) {
    if (post.audience !== 'public' || ask.kind !== 'like') return refused('no-such-post', 'This post cannot be liked.');
  } else if ((await house.follows.get(ask.by, post.community))?.state !== 'accepted') {
    return refused('not-a-member', 'Join the community first.');
  }
  const before = await house.gestures.get(ask.by, ask.post);
  if (before?.kind === ask.kind && before.takenBackAt === undefined) return accepted(null);
  const at = house.clock.now();
  const activity = house.addresses.activity(ask.kind, ask.by, ask.post, at.toISOString());
  // Of two contrary gestures the later one counts, here and at every other server.
  const stands = before !== null && before.takenBackAt === undefined;
  const replaces = stands ? { replaces: { kind: before.kind as Stance, activity: before.activity } } : {};
  await house.gestures.put({ actor: ask.by, post: ask.post, kind: ask.kind, activity, at, ...replaces }, ['make']);
  house.wake();
  return accepted(null);
}

/** Takes a like or dislike back; it may not have been there. */
export async function takeLikeBack(
  house: Needs,
  { post, by }: { readonly post: PostIri; readonly by: PersonIri },
): Promise<Result<null, never>> {
  const before = await house.gestures.get(by, post);
  if (before === null || before.takenBackAt !== undefined) return accepted(null);
  await house.gestures.put({ ...before, takenBackAt: house.clock.now() }, ['take-back']);
  house.wake();
  return accepted(null);
}
