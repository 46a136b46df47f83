import { type Said, said } from '../../community/said.ts';
import { ACT_TYPES, type ActType, type Fact } from './rule.ts';

/** What a condition may ask about: the answer's type, and how it is said. The closed vocabulary of §3.3. */
export type FactMeaning =
  | {
      readonly type: 'number';
      readonly about: About;
      /** Says an amount: `more than`, 2 → `carry more than 2 links`. */
      readonly say: (bound: Said, amount: number) => Said;
      /** What was found, in a sentence's part: `the post carries 3 links`. */
      readonly found: (value: number) => Said;
    }
  | {
      readonly type: 'boolean';
      readonly about: About;
      readonly say: (value: boolean) => Said;
      readonly found: (value: boolean) => Said;
    }
  | {
      readonly type: 'choice';
      readonly about: About;
      readonly values: readonly string[];
      readonly say: (value: string) => Said;
      readonly found: (value: string) => Said;
    }
  | {
      readonly type: 'word';
      readonly about: About;
      readonly pattern: RegExp;
      readonly say: (value: string) => Said;
      readonly found: (value: string) => Said;
    }
  /** Asked about by `has`. */
  | {
      readonly type: 'list';
      readonly about: About;
      readonly pattern: RegExp;
      readonly say: (word: string) => Said;
      readonly found: (words: readonly string[]) => Said;
    };

type About = 'post' | 'author';

/** `3 links`, `1 link`. */
export function amountOf(value: number, [one, many]: readonly [string, string]): string {
  return `${value} ${value === 1 ? one : many}`;
}

const ACTS: Readonly<Record<ActType, readonly [say: Said, found: Said]>> = {
  post: [said`begin a thread`, said`the post begins a thread`],
  reply: [said`are replies`, said`the post is a reply`],
  poll: [said`are polls`, said`the post is a poll`],
  edit: [said`were edited`, said`the post was edited`],
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
    say: (bound, amount) => (amount === 1 ? said`carry ${bound} ${amount} link` : said`carry ${bound} ${amount} links`),
    found: (value) => (value === 1 ? said`the post carries ${value} link` : said`the post carries ${value} links`),
  },
  'post.mentions': {
    type: 'number',
    about: 'post',
    say: (bound, amount) =>
      amount === 1 ? said`carry ${bound} ${amount} mention` : said`carry ${bound} ${amount} mentions`,
    found: (value) =>
      value === 1 ? said`the post carries ${value} mention` : said`the post carries ${value} mentions`,
  },
  'post.length': {
    type: 'number',
    about: 'post',
    say: (bound, amount) =>
      amount === 1 ? said`have ${bound} ${amount} character` : said`have ${bound} ${amount} characters`,
    found: (value) => (value === 1 ? said`the post has ${value} character` : said`the post has ${value} characters`),
  },
  'post.isReply': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? said`are replies` : said`begin a thread`),
    found: (value) => (value ? said`the post is a reply` : said`the post begins a thread`),
  },
  'post.origin': {
    type: 'choice',
    about: 'post',
    values: ['here', 'elsewhere'],
    say: (value) => (value === 'here' ? said`were written on this server` : said`come from other servers`),
    found: (value) =>
      value === 'here' ? said`the post was written on this server` : said`the post comes from another server`,
  },
  'post.hasMedia': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? said`come with pictures or files` : said`come without pictures and files`),
    found: (value) =>
      value ? said`the post comes with pictures or files` : said`the post comes without pictures and files`,
  },
  'post.isSensitive': {
    type: 'boolean',
    about: 'post',
    say: (value) => (value ? said`carry a warning` : said`carry no warning`),
    found: (value) => (value ? said`the post carries a warning` : said`the post carries no warning`),
  },
  'post.language': {
    type: 'word',
    about: 'post',
    pattern: /^[a-z]{2,3}$/,
    say: (value) => said`are written in “${value}”`,
    found: (value) => said`the post is written in “${value}”`,
  },
  'post.hashtags': {
    type: 'list',
    about: 'post',
    pattern: /^[\p{L}\p{N}_]{1,50}$/u,
    say: (word) => said`carry the hashtag ${`#${word}`}`,
    found: (words) =>
      words.length === 0
        ? said`the post carries no hashtag`
        : said`the post carries ${words.map((word) => `#${word}`).join(' ')}`,
  },
  'post.hashtagCount': {
    type: 'number',
    about: 'post',
    say: (bound, amount) =>
      amount === 1 ? said`carry ${bound} ${amount} hashtag` : said`carry ${bound} ${amount} hashtags`,
    found: (value) =>
      value === 1 ? said`the post carries ${value} hashtag` : said`the post carries ${value} hashtags`,
  },
  'author.isMember': {
    type: 'boolean',
    about: 'author',
    say: (value) => (value ? said`members` : said`people who are not members`),
    found: (value) => (value ? said`its author is a member` : said`its author is not a member`),
  },
  'author.tenureDays': {
    type: 'number',
    about: 'author',
    say: (bound, amount) =>
      amount === 1 ? said`members of ${bound} ${amount} day` : said`members of ${bound} ${amount} days`,
    found: (value) =>
      value === 1
        ? said`its author has been a member for ${value} day`
        : said`its author has been a member for ${value} days`,
  },
  'author.postsLastDay': {
    type: 'number',
    about: 'author',
    say: (bound, amount) =>
      amount === 1
        ? said`people with ${bound} ${amount} post in the 24 hours before`
        : said`people with ${bound} ${amount} posts in the 24 hours before`,
    found: (value) =>
      value === 1
        ? said`its author wrote ${value} post in the 24 hours before`
        : said`its author wrote ${value} posts in the 24 hours before`,
  },
  'rel.priorContact': {
    type: 'boolean',
    about: 'post',
    say: (value) =>
      value
        ? said`go to people who wrote to their author before`
        : said`go to people who never wrote to their author before`,
    found: (value) =>
      value
        ? said`somebody whom it answers or mentions wrote to its author before`
        : said`nobody whom it answers or mentions wrote to its author before`,
  },
  'reports.count': {
    type: 'number',
    about: 'post',
    say: (bound, amount) =>
      amount === 1 ? said`have ${bound} ${amount} report` : said`have ${bound} ${amount} reports`,
    found: (value) => (value === 1 ? said`the post has ${value} report` : said`the post has ${value} reports`),
  },
  'reports.distinctOrgs': {
    type: 'number',
    about: 'post',
    say: (bound, amount) =>
      amount === 1
        ? said`were reported from ${bound} ${amount} organisation`
        : said`were reported from ${bound} ${amount} organisations`,
    found: (value) =>
      value === 1
        ? said`the post was reported from ${value} organisation`
        : said`the post was reported from ${value} organisations`,
  },
};

/** Facts that are not settled when a post arrives: reports come later. */
export const LATER_FACTS: ReadonlySet<Fact> = new Set(['reports.count', 'reports.distinctOrgs']);
