import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Transition } from './due/transition.ts';
import type { EventOf } from './events.ts';
import { actsAs, actsAsFounder } from './roles/role.ts';
import type { CommunityState } from './state.ts';

export { isProvisional } from './roles/provisional.ts';

/**
 * Whether somebody may see held posts and let them go: a moderator; and the founder, while her acts are provisional.
 * The value says in which of the two capacities.
 */
export function mayRelease({
  state,
  by,
  now,
}: {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly now: Date;
}): Result<'moderator' | 'founder', 'not-yours-to-release'> {
  if (actsAsFounder(state, by, now)) return accepted('founder');
  if (actsAs(state, by, 'moderator', now)) return accepted('moderator');
  if (by !== state.founder) return refused('not-yours-to-release', 'Only moderators release a held post.');
  return refused(
    'not-yours-to-release',
    'The founder’s provisional time is over: moderators release this post, or it is shown when its hold ends by itself.',
  );
}

/** A person has looked at a held post and lets it go. */
export function releaseHold({
  state,
  post,
  by,
  now,
}: {
  readonly state: CommunityState;
  readonly post: PostIri;
  readonly by: PersonIri;
  readonly now: Date;
}): Result<EventOf<'hold-ended'>, 'no-such-hold' | 'not-yours-to-release'> {
  if (!state.holds.has(post)) return refused('no-such-hold', 'This post is not held.');
  const may = mayRelease({ state, by, now });
  if (!may.ok) return may;
  return accepted({
    kind: 'hold-ended',
    post,
    how: 'released',
    by,
    ...(may.value === 'moderator' && { as: may.value }),
  });
}

/** A hold ends by itself when its time is over (P7). */
export function endHold({
  state,
  post,
  now,
}: Transition<{ readonly post: PostIri }>): Result<EventOf<'hold-ended'>, 'not-due'> {
  const hold = state.holds.get(post);
  if (hold === undefined || hold.existing !== undefined || now < hold.until)
    return refused('not-due', 'No hold of this post ends now.');
  return accepted({ kind: 'hold-ended', post, how: 'time-over' });
}
