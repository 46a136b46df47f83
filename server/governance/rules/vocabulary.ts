import type { Fact } from './rule.ts';

/** What a condition may ask about: the answer's type, and how it is said. The closed vocabulary of §3.3. */
export type FactMeaning =
  | {
      readonly type: 'number';
      readonly about: 'post' | 'author';
      /** Says an amount: `more than 2` → `carry more than 2 links`; `more` is how a bound is put. */
      readonly say: (amount: string) => string;
      /** What was found, in a sentence's part: `the post carries 3 links`. */
      readonly found: (value: number) => string;
      /** The noun that follows the amount, for singular and plural. */
      readonly unit: readonly [one: string, many: string];
    }
  | {
      readonly type: 'boolean';
      readonly about: 'post' | 'author';
      readonly say: (value: boolean) => string;
      readonly found: (value: boolean) => string;
    }
  | {
      readonly type: 'choice';
      readonly about: 'post';
      readonly values: readonly string[];
      readonly say: (value: string) => string;
      readonly found: (value: string) => string;
    };

/** `3 links`, `1 link`. */
export function amountOf(value: number, [one, many]: readonly [string, string]): string {
  return `${value} ${value === 1 ? one : many}`;
}

const LINKS = ['link', 'links'] as const;
const MENTIONS = ['mention', 'mentions'] as const;
const CHARACTERS = ['character', 'characters'] as const;
const DAYS = ['day', 'days'] as const;
const POSTS = ['post', 'posts'] as const;

/** Phrases about posts follow “posts that …”, phrases about authors “posts by …”. */
export const VOCABULARY: Readonly<Record<Fact, FactMeaning>> = {
  'post.links': {
    type: 'number',
    about: 'post',
    unit: LINKS,
    say: (amount) => `carry ${amount}`,
    found: (value) => `the post carries ${amountOf(value, LINKS)}`,
  },
  'post.mentions': {
    type: 'number',
    about: 'post',
    unit: MENTIONS,
    say: (amount) => `carry ${amount}`,
    found: (value) => `the post carries ${amountOf(value, MENTIONS)}`,
  },
  'post.length': {
    type: 'number',
    about: 'post',
    unit: CHARACTERS,
    say: (amount) => `have ${amount}`,
    found: (value) => `the post has ${amountOf(value, CHARACTERS)}`,
  },
  'post.isReply': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? 'are replies' : 'begin a thread'),
    found: (value) => (value ? 'the post is a reply' : 'the post begins a thread'),
  },
  'post.origin': {
    type: 'choice',
    about: 'post',
    values: ['here', 'elsewhere'],
    say: (value) => (value === 'here' ? 'were written on this server' : 'come from other servers'),
    found: (value) => (value === 'here' ? 'the post was written on this server' : 'the post comes from another server'),
  },
  'author.isMember': {
    type: 'boolean',
    about: 'author',
    say: (value) => (value ? 'members' : 'people who are not members'),
    found: (value) => (value ? 'its author is a member' : 'its author is not a member'),
  },
  'author.tenureDays': {
    type: 'number',
    about: 'author',
    unit: DAYS,
    say: (amount) => `members of ${amount}`,
    found: (value) => `its author has been a member for ${amountOf(value, DAYS)}`,
  },
  'author.postsLastDay': {
    type: 'number',
    about: 'author',
    unit: POSTS,
    say: (amount) => `people with ${amount} in the 24 hours before`,
    found: (value) => `its author wrote ${amountOf(value, POSTS)} in the 24 hours before`,
  },
};
