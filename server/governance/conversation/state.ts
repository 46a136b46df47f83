import type { PersonIri } from '../../community/ids.ts';

/** What the record keeps of how members order what is said. */
export interface ConversationState {
  /** Kinds of posts that members named, by `tagKey`. */
  readonly kinds: ReadonlyMap<string, NamedKind>;
}

export interface NamedKind {
  /** As it is written, without the `#`. */
  readonly tag: string;
  readonly by: PersonIri;
  readonly since: Date;
}

export const NO_CONVERSATION: ConversationState = { kinds: new Map() };
