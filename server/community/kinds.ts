import { readTag, tagKey } from './hashtags.ts';
import type { Post } from './post.ts';

/**
 * What a post can be meant as, everywhere: each is a hashtag, by which posts of every server have it. Written with
 * capitals inside, so that a voice that reads a page aloud speaks the words apart; compared without (`tagKey`).
 */
export const KIND_TAGS = {
  workingoutloud: 'WorkingOutLoud',
  snag: 'Snag',
  spark: 'Spark',
  triedit: 'TriedIt',
  correction: 'Correction',
  whatif: 'WhatIf',
  reflection: 'Reflection',
  works: 'Works',
  doesnotwork: 'DoesNotWork',
  learningsession: 'LearningSession',
  stickyproblem: 'StickyProblem',
} as const;
export type KnownKind = keyof typeof KIND_TAGS;
export const KNOWN_KINDS = Object.keys(KIND_TAGS) as readonly KnownKind[];

/** What somebody who works out loud may welcome: a hashtag each. Who welcomes nothing has none of them. */
export const WELCOME_TAGS = { ideas: 'IdeasWelcome', help: 'HelpWelcome' } as const;
export type Welcome = keyof typeof WELCOME_TAGS;
export const WELCOMES = Object.keys(WELCOME_TAGS) as readonly Welcome[];

/** A kind that the members of one community named. */
export interface OwnKind {
  /** As `tagKey` spells it. */
  readonly kind: string;
  /** As it is written: `FieldNote`. */
  readonly tag: string;
}

/** What came of what somebody tried: kinds themselves, of equal weight. */
export const OUTCOMES = ['works', 'doesnotwork'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const isOutcome = (said: string): said is Outcome => (OUTCOMES as readonly string[]).includes(said);

export const isKnownKind = (kind: string): kind is KnownKind => Object.hasOwn(KIND_TAGS, kind);
export const isWelcome = (said: string): said is Welcome => Object.hasOwn(WELCOME_TAGS, said);

const WELCOME_KEYS: ReadonlyMap<string, Welcome> = new Map(
  WELCOMES.map((welcome) => [tagKey(WELCOME_TAGS[welcome]), welcome]),
);

/** The hashtag that makes a post one of a kind, as it is written; `null` where nothing can be named like this. */
export function kindTag(kind: string, own: readonly OwnKind[] = []): string | null {
  const tag = readTag(kind);
  if (tag === null) return null;
  const key = tagKey(tag);
  return isKnownKind(key) ? KIND_TAGS[key] : (own.find((one) => one.kind === key)?.tag ?? tag);
}

/**
 * What a post is meant as, by its hashtags, in their order: kinds that every community knows, and those of its own.
 *
 * @param hashtags as they are written, without the `#`
 */
export function kindsIn(hashtags: readonly string[] = [], own: readonly OwnKind[] = []): readonly string[] {
  const keys = [...new Set(hashtags.map(tagKey))];
  return keys.filter((key) => isKnownKind(key) || own.some(({ kind }) => kind === key));
}

/** What its author welcomes: said by hashtags, of what she works on out loud alone. */
export function welcomedIn(hashtags: readonly string[] = []): readonly Welcome[] {
  const keys = new Set(hashtags.map(tagKey));
  return keys.has('workingoutloud') ? WELCOMES.filter((one) => keys.has(tagKey(WELCOME_TAGS[one]))) : [];
}

/** What somebody says that a post is: its kind, and what she welcomes. */
export interface MeantAs {
  /** One that every community knows, or one of its own, by its hashtag without the `#`. */
  readonly kind?: string;
  /** Of working out loud alone. */
  readonly welcome?: readonly Welcome[];
  /** What came of it: of what was tried alone. */
  readonly outcome?: Outcome;
}

/** The hashtags that say what a post is meant as; `null` where there can be no such kind. */
export function tagsFor({ kind = '', welcome = [], outcome }: MeantAs): readonly string[] | null {
  if (kind === '') return [];
  const tag = kindTag(kind);
  if (tag === null) return null;
  switch (tagKey(tag)) {
    case 'workingoutloud':
      return [tag, ...welcome.map((one) => WELCOME_TAGS[one])];
    case 'triedit':
      return outcome === undefined ? [tag] : [tag, KIND_TAGS[outcome]];
    default:
      return [tag];
  }
}

/**
 * How an answer is related to what it answers, by its hashtags: its author tried it, or puts right what she said
 * herself. What somebody else says to be wrong is a suggestion, until the author takes it over.
 */
export function meantRelations(answer: Said, parent: Pick<Said, 'author'>): readonly ('tried' | 'corrects')[] {
  const kinds = kindsIn(answer.details?.hashtags);
  return [
    ...(kinds.includes('triedit') ? (['tried'] as const) : []),
    ...(kinds.includes('correction') && answer.author === parent.author ? (['corrects'] as const) : []),
  ];
}
type Said = Pick<Post, 'author' | 'details'>;

/** Whether a hashtag says what somebody welcomes. */
export const saysWelcome = (tag: string): boolean => WELCOME_KEYS.has(tagKey(tag));

/** Which posts of a community to look for: those of a kind; where asked for, those that welcome something. */
export interface KindAsked {
  readonly kind: string;
  readonly welcoming?: true;
}

/** The same in hashtags (`tagKey`): all of the first, and one of the second where there are any. */
export function tagsAsked({ kind, welcoming }: KindAsked): {
  readonly all: readonly string[];
  readonly any: readonly string[];
} {
  return { all: [tagKey(kind)], any: welcoming ? [...WELCOME_KEYS.keys()] : [] };
}
