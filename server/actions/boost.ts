import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Gesture } from '../ports/gestures.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'posts' | 'gestures' | 'clock' | 'addresses' | 'wake'>;

/**
 * Somebody here passes a post on to those who follow her: one that is for everybody, and no other. Said twice, it is
 * said once.
 */
export async function boostPost(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri },
): Promise<Result<Gesture, 'no-such-post' | 'not-public'>> {
  const post = await house.posts.byIri(ask.post);
  if (post === null || post.deletedAt || post.standing.state !== 'visible') {
    return refused('no-such-post', 'This post is gone.');
  }
  if (post.audience !== 'public') return refused('not-public', 'This is not for everybody, so it cannot be passed on.');
  const before = await house.gestures.shareOf(ask.by, ask.post);
  if (before !== null && before.takenBackAt === undefined) return accepted(before);
  const at = house.clock.now();
  const activity = house.addresses.activity('boost', ask.by, ask.post, at.toISOString());
  const boost: Gesture = { actor: ask.by, post: ask.post, kind: 'share', activity, at };
  await house.gestures.put(boost, ['make']);
  house.wake();
  return accepted(boost);
}

/** Takes a boost back; it may not have been there. */
export async function takeBoostBack(
  house: Needs,
  { post, by }: { readonly post: PostIri; readonly by: PersonIri },
): Promise<void> {
  const before = await house.gestures.shareOf(by, post);
  if (before === null || before.takenBackAt !== undefined) return;
  await house.gestures.put({ ...before, takenBackAt: house.clock.now() }, ['take-back']);
  house.wake();
}
