/** What answers to other servers are made of. */
export type Noun = 'actors' | 'posts' | 'activities' | 'follows' | 'entries';

/** Tells whoever keeps an answer at hand that it may be out of date. */
export interface Changes {
  /** A number that is another one after this process has written to any of them. What others write is not in it. */
  of(nouns: readonly Noun[]): number;
}
