import type { PersonIri, PostIri } from '../../community/ids.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** In which capacity somebody moved what others wrote. */
export type MovedAs = 'opener' | 'moderator';

/** How members order what is said: which kinds of posts they name, and what stands in which thread. */
export type ConversationEvent =
  /** A kind that the community knows from now on, by its hashtag without the `#`. */
  | { readonly kind: 'kind-named'; readonly by: PersonIri; readonly tag: string }
  | { readonly kind: 'kind-dropped'; readonly by: PersonIri; readonly tag: string }
  /** A reply, and what answers it, is a thread of its own from now on. */
  | {
      readonly kind: 'thread-split';
      readonly by: PersonIri;
      readonly as: MovedAs;
      readonly thread: PostIri;
      /** The reply, which opens the new thread. */
      readonly post: PostIri;
      readonly title: string;
    }
  /** Everything in a thread stands in another one from now on. */
  | {
      readonly kind: 'threads-merged';
      readonly by: PersonIri;
      readonly as: MovedAs;
      readonly thread: PostIri;
      readonly into: PostIri;
    };

/** Where they hold dates (`encoding.ts`). */
export const CONVERSATION_DATES = {
  'kind-named': [],
  'kind-dropped': [],
  'thread-split': [],
  'threads-merged': [],
} as const satisfies DatesOf<ConversationEvent>;

/** What of them can be erased. */
export const CONVERSATION_TEXTS = {
  'thread-split': ['title'],
} as const satisfies TextsOf<ConversationEvent>;
