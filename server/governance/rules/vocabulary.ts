import { ACT_TYPES, type ActType, type Fact } from './rule.ts';

/** What a condition may ask about: the answer's type, and how it is said. The closed vocabulary of §3.3. */
export type FactMeaning =
  | {
      readonly type: 'number';
      readonly about: About;
      /** Says an amount: `more than 2` → `carry more than 2 links`; `more` is how a bound is put. */
      readonly say: (amount: string) => string;
      /** What was found, in a sentence's part: `the post carries 3 links`. */
      readonly found: (value: number) => string;
      /** The noun that follows the amount, for singular and plural. */
      readonly unit: readonly [one: string, many: string];
    }
  | {
      readonly type: 'boolean';
      readonly about: About;
      readonly say: (value: boolean) => string;
      readonly found: (value: boolean) => string;
    }
  | {
      readonly type: 'choice';
      readonly about: About;
      readonly values: readonly string[];
      readonly say: (value: string) => string;
      readonly found: (value: string) => string;
    }
  | {
      readonly type: 'word';
      readonly about: About;
      readonly pattern: RegExp;
      readonly say: (value: string) => string;
      readonly found: (value: string) => string;
    }
  /** Asked about by `has`. */
  | {
      readonly type: 'list';
      readonly about: About;
      readonly pattern: RegExp;
      readonly say: (word: string) => string;
      readonly found: (words: readonly string[]) => string;
    };

type About = 'post' | 'author';

/** `3 links`, `1 link`. */
export function amountOf(value: number, [one, many]: readonly [string, string]): string {
  return `${value} ${value === 1 ? one : many}`;
}

const LINKS = ['link', 'links'] as const;
const MENTIONS = ['mention', 'mentions'] as const;
const CHARACTERS = ['character', 'characters'] as const;
const DAYS = ['day', 'days'] as const;
const POSTS = ['post', 'posts'] as const;
const HASHTAGS = ['hashtag', 'hashtags'] as const;
const REPORTS = ['report', 'reports'] as const;
const ORGANISATIONS = ['organisation', 'organisations'] as const;

const ACTS: Readonly<Record<ActType, readonly [say: string, found: string]>> = {
  post: ['begin a thread', 'the post begins a thread'],
  reply: ['are replies', 'the post is a reply'],
  poll: ['are polls', 'the post is a poll'],
  edit: ['were edited', 'the post was edited'],
};

/** Phrases about posts follow “posts that …”, phrases about authors “posts by …”. */
export const VOCABULARY: Readonly<Record<Fact, FactMeaning>> = {
  'act.type': {
    type: 'choice',
    about: 'post',
    values: ACT_TYPES,
    say: (value) => ACTS[value as ActType][0],
    found: (value) => ACTS[value as ActType][1],
  },
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
  'post.hasMedia': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? 'come with pictures or files' : 'come without pictures and files'),
    found: (value) => (value ? 'the post comes with pictures or files' : 'the post comes without pictures and files'),
  },
  'post.isSensitive': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? 'carry a warning' : 'carry no warning'),
    found: (value) => (value ? 'the post carries a warning' : 'the post carries no warning'),
  },
  'post.language': {
    type: 'word',
    about: 'post',
    pattern: /^[a-z]{2,3}$/,
    say: (value) => `are written in “${value}”`,
    found: (value) => `the post is written in “${value}”`,
  },
  'post.hashtags': {
    type: 'list',
    about: 'post',
    pattern: /^[\p{L}\p{N}_]{1,50}$/u,
    say: (word) => `carry the hashtag #${word}`,
    found: (words) =>
      words.length === 0
        ? 'the post carries no hashtag'
        : `the post carries ${words.map((word) => `#${word}`).join(' ')}`,
  },
  'post.hashtagCount': {
    type: 'number',
    about: 'post',
    unit: HASHTAGS,
    say: (amount) => `carry ${amount}`,
    found: (value) => `the post carries ${amountOf(value, HASHTAGS)}`,
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
  'rel.priorContact': {
    type: 'boolean',
    about: 'post',
    say: (value) =>
      value ? 'go to people who wrote to their author before' : 'go to people who never wrote to their author before',
    found: (value) =>
      value
        ? 'somebody whom it answers or mentions wrote to its author before'
        : 'nobody whom it answers or mentions wrote to its author before',
  },
  'reports.count': {
    type: 'number',
    about: 'post',
    unit: REPORTS,
    say: (amount) => `have ${amount}`,
    found: (value) => `the post has ${amountOf(value, REPORTS)}`,
  },
  'reports.distinctOrgs': {
    type: 'number',
    about: 'post',
    unit: ORGANISATIONS,
    say: (amount) => `were reported from ${amount}`,
    found: (value) => `the post was reported from ${amountOf(value, ORGANISATIONS)}`,
  },
};

/** Facts that are not settled when a post arrives: reports come later. */
export const LATER_FACTS: ReadonlySet<Fact> = new Set(['reports.count', 'reports.distinctOrgs']);
