import type { ActorIri } from './ids.ts';

/** Which answers a list shows: those to people she follows, those to whom the list holds, or none. */
export const REPLIES_POLICIES = ['followed', 'list', 'none'] as const;
export type RepliesPolicy = (typeof REPLIES_POLICIES)[number];

/** People and communities that somebody reads by themselves. */
export interface OwnList {
  readonly title: string;
  readonly replies: RepliesPolicy;
  /** What it shows stands in *home* no more. */
  readonly exclusive: boolean;
  /** In the order in which they came, each once. */
  readonly actors: readonly ActorIri[];
}

export const MOST_LISTS = 50;
export const MOST_IN_A_LIST = 500;
export const LONGEST_LIST_TITLE = 200;
