import { tagKey } from '../../community/hashtags.ts';
import { senseless } from '../draft.ts';
import type { ConversationEvent } from '../events/conversation.ts';
import type { Handlers } from './handlers.ts';

export const conversationHandlers = {
  'kind-named'(context, { by, tag }) {
    const { draft, at } = context;
    if (draft.kinds.has(tagKey(tag))) senseless(context, `#${tag} is named twice`);
    draft.kinds.set(tagKey(tag), { tag, by, since: at });
  },
  'kind-dropped'(context, { tag }) {
    if (!context.draft.kinds.delete(tagKey(tag))) senseless(context, `#${tag} was never named`);
  },
  /** Threads are no part of the state: what they hold follows from the posts. */
  'thread-split'(context, { thread, post }) {
    if (thread === post) senseless(context, `${post} is split from itself`);
  },
  'threads-merged'(context, { thread, into }) {
    if (thread === into) senseless(context, `${thread} is merged with itself`);
  },
} as const satisfies Handlers<ConversationEvent>;
