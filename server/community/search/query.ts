import type { Post } from '../post.ts';
import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { type Sentence, said, together } from '../said.ts';
import { keyOfProperty, keysOfNeedle, needleOf, propertiesOf, wordsOf } from './words.ts';

/** Where to look: everything, what is her own business (`library`), or what anybody may read in communities. */
export const PLACES = ['all', 'library', 'public'] as const;
export type Place = (typeof PLACES)[number];

/** What somebody looks for, in Mastodon's words (docs.joinmastodon.org, “Search operators”). */
export interface PostQuery {
  /** What must be found in it, as `needleOf` writes it. */
  readonly needles: readonly string[];
  readonly without: readonly string[];
  /** What must be true of it, and what must not: `has:media`, `is:reply`, `language:de`. */
  readonly properties: readonly string[];
  readonly notProperties: readonly string[];
  /** Whose posts, as they were named; `me` is whoever asks. */
  readonly from: readonly string[];
  readonly notFrom: readonly string[];
  /** Received then or later. */
  readonly notBefore?: Date;
  /** Received earlier than this. */
  readonly before?: Date;
  readonly place: Place;
}

type Draft = { -readonly [Name in keyof PostQuery]: PostQuery[Name] };
type Code = 'bad-operator' | 'too-many-words' | 'nothing-to-find';

/** So many words and operators at most. */
const MOST_TERMS = 20;
const TERM = /([-+]?)(?:(from|has|is|language|before|after|during|in):)?(?:"([^"]*)"|(\S+))/giu;

/** Reads what somebody typed. Refuses an operator that cannot be understood, and a query that names nothing to look for. */
export function readQuery(text: string): Result<PostQuery, Code> {
  const terms = [...text.replaceAll(/[“”„«»]/g, '"').matchAll(TERM)];
  if (terms.length > MOST_TERMS) {
    return refused('too-many-words', said`Look for at most ${MOST_TERMS} words at once. Leave some out.`);
  }
  const empty = { needles: [], without: [], properties: [], notProperties: [], from: [], notFrom: [] };
  let query: Draft = { ...empty, place: 'all' };
  for (const [, sign = '', operator, quoted, bare = ''] of terms) {
    const read = operator === undefined ? undefined : operatorOf(operator.toLowerCase(), quoted ?? bare, sign === '-');
    if (read !== undefined && !read.ok) return read;
    query = read === undefined ? withWords(query, quoted ?? bare, sign === '-') : merged(query, read.value);
  }
  if (query.needles.length === 0 && query.from.length === 0 && query.properties.length === 0) {
    return refused('nothing-to-find', 'Give a word to look for, or say whose posts you mean with from:name.');
  }
  return accepted(query);
}

function withWords(query: Draft, text: string, isNot: boolean): Draft {
  const needle = needleOf(text);
  if (needle === '') return query;
  return isNot ? { ...query, without: [...query.without, needle] } : { ...query, needles: [...query.needles, needle] };
}

/** Lists grow, of times the narrower one counts. */
function merged(query: Draft, said: Partial<PostQuery>): Draft {
  const { notBefore = query.notBefore, before = query.before, place = query.place } = said;
  const later = query.notBefore && notBefore && query.notBefore > notBefore ? query.notBefore : notBefore;
  const earlier = query.before && before && query.before < before ? query.before : before;
  return {
    needles: query.needles,
    without: query.without,
    properties: [...query.properties, ...(said.properties ?? [])],
    notProperties: [...query.notProperties, ...(said.notProperties ?? [])],
    from: [...query.from, ...(said.from ?? [])],
    notFrom: [...query.notFrom, ...(said.notFrom ?? [])],
    ...(later === undefined ? {} : { notBefore: later }),
    ...(earlier === undefined ? {} : { before: earlier }),
    place,
  };
}

const HAS = ['media', 'image', 'video', 'audio', 'poll', 'link', 'embed'];
const IS = ['reply', 'sensitive'];
const REPLY_OR_SENSITIVE = said`After is: comes reply or sensitive.`;

function operatorOf(name: string, typed: string, isNot: boolean): Result<Partial<PostQuery>, Code> {
  const value = typed.toLowerCase();
  const property = (text: string) => accepted(isNot ? { notProperties: [text] } : { properties: [text] });
  switch (name) {
    case 'from':
      return accepted(isNot ? { notFrom: [typed] } : { from: [typed] });
    case 'has':
      if (!HAS.includes(value)) return wrong(name, typed, given(name, HAS));
      return property(`has:${value === 'embed' ? 'link' : value}`);
    case 'is':
      return IS.includes(value) ? property(`is:${value}`) : wrong(name, typed, REPLY_OR_SENSITIVE);
    case 'language':
      if (!/^[a-z]{2,3}(-.*)?$/.test(value))
        return wrong(name, typed, said`After language: comes a code like en or de.`);
      return property(`language:${value.split('-')[0]}`);
    case 'in':
      return isPlace(value) && !isNot ? accepted({ place: value }) : wrong(name, typed, given(name, PLACES));
    default:
      return timeOf(name, typed, isNot);
  }
}

const isPlace = (text: string): text is Place => (PLACES as readonly string[]).includes(text);

/** Days are those of UTC. */
function timeOf(name: string, typed: string, isNot: boolean): Result<Partial<PostQuery>, Code> {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(typed) || isNot) {
    return wrong(name, typed, said`After ${name}: comes a day like 2026-11-28.`);
  }
  const next = new Date(day.getTime() + 86_400_000);
  if (name === 'before') return accepted({ before: day });
  return accepted(name === 'after' ? { notBefore: next } : { notBefore: day, before: next });
}

const given = (name: string, values: readonly string[]) => said`After ${name}: comes ${values.join(', ')}.`;

const wrong = (name: string, typed: string, wanted: Sentence) =>
  refused('bad-operator', together(said`“${`${name}:${typed.slice(0, 40)}`}” cannot be looked for.`, wanted));

/** The keys that every post has that fits: by these it is looked up. */
export const keysOfQuery = ({ needles, properties }: PostQuery): readonly number[] => [
  ...new Set([...needles.flatMap(keysOfNeedle), ...properties.map(keyOfProperty)]),
];

/** Whether a post really is what was looked for: its keys say so only by and large. Authors and times are not looked at. */
export function isSought(query: PostQuery, post: Post): boolean {
  const text = wordsOf(post);
  const properties = propertiesOf(post);
  return (
    query.needles.every((needle) => text.includes(needle)) &&
    !query.without.some((needle) => text.includes(needle)) &&
    query.properties.every((property) => properties.includes(property)) &&
    !query.notProperties.some((property) => properties.includes(property))
  );
}
