import type { ActorIri, PersonIri, PostIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { isSeen, oneLine } from '../../community/text.ts';
import type { MovedAs } from '../events/conversation.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { actsAs } from '../roles/role.ts';
import type { CommunityState } from '../state.ts';

/** Longest title of a thread, in characters. */
export const LONGEST_TITLE = 200;

interface Ask {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly now: Date;
}

/**
 * Whether somebody may order threads, and in which capacity: whoever opened all of them, and moderators, as the founder is
 * while nobody is elected. Nothing is hidden or changed by it, so that it is no measure against anybody.
 *
 * @param openers who opened the threads it is about
 */
export function mayMove(
  { state, by, now }: Ask,
  openers: readonly ActorIri[],
): Result<MovedAs, 'not-a-member' | 'not-yours'> {
  if (memberOf(state, by) === null) return refused('not-a-member', 'Join this community first.');
  if (openers.every((opener) => opener === by)) return accepted('opener');
  if (actsAs(state, by, 'moderator', now)) return accepted('moderator');
  return refused('not-yours', 'Only who opened a thread, or a moderator, orders it. Ask one of them in a reply.');
}

/** A reply and what answers it become a thread of their own. Old addresses lead there. */
export function splitThread(
  ask: Ask & {
    readonly thread: PostIri;
    readonly opener: ActorIri;
    readonly post: PostIri;
    readonly title: string;
  },
): Result<EventOf<'thread-split'>> {
  const may = mayMove(ask, [ask.opener]);
  if (!may.ok) return may;
  if (ask.post === ask.thread)
    return refused('not-a-reply', 'This opens the thread already. Choose one of its replies.');
  const title = oneLine(ask.title);
  if (!isSeen(title)) return refused('no-title', 'Give the new thread a title.');
  if (title.length > LONGEST_TITLE) return refused('too-long', said`A title has at most ${LONGEST_TITLE} characters.`);
  const { by, thread, post } = ask;
  return accepted({ kind: 'thread-split', by, as: may.value, thread, post, title });
}

/** Everything in a thread goes on in another one. Old addresses lead there. */
export function mergeThreads(
  ask: Ask & {
    readonly thread: PostIri;
    readonly into: PostIri;
    readonly openers: readonly [ActorIri, ActorIri];
  },
): Result<EventOf<'threads-merged'>> {
  const may = mayMove(ask, ask.openers);
  if (!may.ok) return may;
  const { by, thread, into } = ask;
  if (thread === into) return refused('same-thread', 'That is the same thread. Name another one of this community.');
  return accepted({ kind: 'threads-merged', by, as: may.value, thread, into });
}
