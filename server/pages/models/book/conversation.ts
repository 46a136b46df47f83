import type { ConversationEvent, MovedAs } from '../../../governance/events/conversation.ts';
import type { Tellings } from './naming.ts';

const CAPACITY: Readonly<Record<MovedAs, string>> = {
  opener: 'As who opened it',
  moderator: 'As a moderator',
};
const STAYS = 'nothing was hidden, and old addresses lead on';

/** What the book says about how members order what is said. */
export const conversationTellings = {
  'kind-named': ({ by, tag }, name) => ({
    says: [name.person(by), ' named a kind of post: ', { strong: `#${tag}` }, '.'],
  }),
  'kind-dropped': ({ by, tag }, name) => ({
    says: [name.person(by), ' took the kind ', { strong: `#${tag}` }, ' off the list.'],
    sub: 'Posts keep it as a hashtag',
  }),
  'thread-split': ({ by, as, title }, name) => ({
    says: [name.person(by), ' made a part of a thread a thread of its own: “', title, '”.'],
    sub: `${CAPACITY[as]}; ${STAYS}`,
  }),
  'threads-merged': ({ by, as }, name) => ({
    says: [name.person(by), ' put two threads together.'],
    sub: `${CAPACITY[as]}; ${STAYS}`,
  }),
} as const satisfies Tellings<ConversationEvent>;
