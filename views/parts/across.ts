import { directionOf } from '../words/language.ts';
import type { Say } from '../words/speaking.ts';

/** Where something lies in a picture, given by how far it is from where one begins to read, and how wide it is. */
export type Across = (from: number, wide?: number) => number;

/** Pictures are mirrored where one reads from the right: their words begin there too. */
export const across =
  (say: Say, width: number): Across =>
  (from, wide = 0) =>
    directionOf(say.language) === 'rtl' ? width - from - wide : from;
