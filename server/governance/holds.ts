import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { EventOf } from './events.ts';
import { memberOf } from './membership.ts';
import { activeMembers } from './roll.ts';
import type { CommunityState } from './state.ts';

/** With so many active members the founder's provisional time is over (governance.md §3.1, Bootstrap). */
const NO_LONGER_PROVISIONAL = 10;

/** Whether the founder still acts for the community: until the date set at the founding, or ten active members. */
export function isProvisional(state: CommunityState, now: Date): boolean {
  return now < state.provisionalUntil && activeMembers({ state, at: now }).length < NO_LONGER_PROVISIONAL;
}

/** Whether somebody may see held posts and let them go: until moderators are elected, the founder, for a while. */
export function mayRelease({
  state,
  by,
  now,
}: {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly now: Date;
}): Result<null, 'not-yours-to-release'> {
  if (by !== state.founder || memberOf(state, by) === null) {
    return refused('not-yours-to-release', 'Only the founder may release a held post, and only at the beginning.');
  }
  if (!isProvisional(state, now)) {
    return refused(
      'not-yours-to-release',
      'The founder’s provisional time is over: this post is shown when its hold ends by itself.',
    );
  }
  return accepted(null);
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
  return may.ok ? accepted({ kind: 'hold-ended', post, how: 'released', by }) : may;
}

/** A hold ends by itself when its time is over (P7). */
export function endHold({
  state,
  post,
  now,
}: {
  readonly state: CommunityState;
  readonly post: PostIri;
  readonly now: Date;
}): Result<EventOf<'hold-ended'>, 'not-due'> {
  const hold = state.holds.get(post);
  if (hold === undefined || now < hold.until) return refused('not-due', 'No hold of this post ends now.');
  return accepted({ kind: 'hold-ended', post, how: 'time-over' });
}
