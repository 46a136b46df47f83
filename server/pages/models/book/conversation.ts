import { BOOK_THREADS } from '../../../../views/words/book-members.ts';
import type { ConversationEvent } from '../../../governance/events/conversation.ts';
import { type Tellings, text, told } from './naming.ts';

/** What the book says about how members order what is said. */
export const conversationTellings = {
  'kind-named': ({ by, tag }, name) => ({ says: told(name, BOOK_THREADS.kindNamed, { by: name.person(by), tag }) }),
  'kind-dropped': ({ by, tag }, name) => ({
    says: told(name, BOOK_THREADS.kindDropped, { by: name.person(by), tag }),
    sub: text(name, BOOK_THREADS.keepHashtag),
  }),
  'thread-split': ({ by, as, title }, name) => ({
    says: told(name, BOOK_THREADS.split, { by: name.person(by), title }),
    sub: text(name, BOOK_THREADS[as]),
  }),
  'threads-merged': ({ by, as }, name) => ({
    says: told(name, BOOK_THREADS.merged, { by: name.person(by) }),
    sub: text(name, BOOK_THREADS[as]),
  }),
} as const satisfies Tellings<ConversationEvent>;
