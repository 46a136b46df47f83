import { moveThread } from '../../actions/move-thread.ts';
import type { Consequences } from './consequences.ts';

/** Posts are moved to the thread they stand in from now on. */
export const conversationConsequences = {
  'thread-split': (parts, { at }, { thread, post, title, by }) =>
    moveThread(parts.house, { from: thread, to: post, title, by, at }),
  'threads-merged': (parts, { at }, { thread, into, by }) =>
    moveThread(parts.house, { from: thread, to: into, by, at }),
} as const satisfies Consequences;
