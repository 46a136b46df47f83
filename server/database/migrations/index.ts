import type { Migration } from '../migrations.ts';
import { numberActors } from './0001-number-actors.ts';
import { findPostsByWords } from './0002-find-posts-by-words.ts';
import { countInPosts } from './0003-count-in-posts.ts';
import { countQuotesInPosts } from './0004-count-quotes-in-posts.ts';
import { orderBallotsByTurn } from './0005-order-ballots-by-turn.ts';

/**
 * Every migration there ever was, by number. A new one gets a file of its own in this folder, named
 * `0001-what-it-does.ts`, and the next number here; one that was released is never changed or taken away.
 */
export const MIGRATIONS: readonly Migration[] = [
  numberActors,
  findPostsByWords,
  countInPosts,
  countQuotesInPosts,
  orderBallotsByTurn,
];
