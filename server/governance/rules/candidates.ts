import type { Condition, Fact, Facts, Value } from './rule.ts';
import { VOCABULARY } from './vocabulary.ts';
import { comparisonOf } from './words.ts';

/** The values worth trying for a fact: those around each bound that a condition names. */
export type Candidates = readonly (readonly [Fact, readonly NonNullable<Facts[Fact]>[]])[];

/** For every fact that a condition asks about, in its order. */
export function candidatesIn(condition: Condition): Candidates {
  const asked = new Map<Fact, Value[]>();
  collect(condition, asked);
  const own = [...asked].map(([fact, values]) => [fact, valuesAround(fact, values)] as const);
  return own.map(([fact, values]) => [fact, besides(fact, values, new Map(own))] as const).sort(membersFirst);
}

/** Whoever is no member has no tenure, so that is settled before. */
const membersFirst = ([one]: Candidates[number], [other]: Candidates[number]): number =>
  Number(other === 'author.isMember') - Number(one === 'author.isMember');

type Values = Candidates[number][1];

/** Counts that go together (`CONSTRAINTS`) are also tried at each other's bounds, or none of their values might fit. */
function besides(fact: Fact, values: Values, all: ReadonlyMap<Fact, Values>): Values {
  const others = TOGETHER[fact] ?? [];
  const more = others
    .flatMap((other) => all.get(other) ?? [])
    .map((value) => (Array.isArray(value) ? value.length : value));
  return more.length === 0 ? values : [...new Set([...values, ...more, 1, 0])];
}

const TOGETHER: Readonly<Partial<Record<Fact, readonly Fact[]>>> = {
  'reports.count': ['reports.distinctOrgs'],
  'reports.distinctOrgs': ['reports.count'],
  'post.hashtagCount': ['post.hashtags'],
};

function collect(condition: Condition, asked: Map<Fact, Value[]>): void {
  if ('all' in condition) for (const part of condition.all) collect(part, asked);
  if ('any' in condition) for (const part of condition.any) collect(part, asked);
  if ('not' in condition) collect(condition.not, asked);
  const comparison = comparisonOf(condition);
  if (comparison === null) return;
  const { fact, value } = comparison;
  asked.set(fact, [...(asked.get(fact) ?? []), value]);
}

function valuesAround(fact: Fact, asked: readonly Value[]): readonly NonNullable<Facts[Fact]>[] {
  const meaning = VOCABULARY[fact];
  switch (meaning.type) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return meaning.values as readonly string[];
    case 'number': {
      const around = asked.map((value) => Math.floor(Number(value))).flatMap((bound) => [bound + 1, bound, bound - 1]);
      return [...new Set(around)].filter((number) => number >= 0);
    }
    case 'word':
      return [...new Set(asked.map(String)), asked.includes('en') ? 'und' : 'en'];
    case 'list':
      return listsOf([...new Set(asked.map(String))]);
  }
}

/** With more words than this, only all, one and none of them are tried. */
const MOST_WORDS = 4;

function listsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > MOST_WORDS) return [words, ...words.map((word) => [word]), []];
  let subsets: readonly (readonly string[])[] = [[]];
  for (const word of words) subsets = [...subsets.map((list) => [...list, word]), ...subsets];
  return subsets;
}

/**
 * Whether facts can be true of one post. Rules are tried on what can happen: nobody is bothered with a contradiction
 * about a reply that begins a thread.
 */
export function areCoherent(facts: Facts): boolean {
  return CONSTRAINTS.every((fits) => fits(facts));
}

const CONSTRAINTS: readonly ((facts: Facts) => boolean)[] = [
  ({ 'act.type': type, 'post.isReply': isReply }) =>
    type === undefined || isReply === undefined || (type === 'reply' ? isReply : type !== 'post' || !isReply),
  ({ 'author.isMember': isMember, 'author.tenureDays': tenure }) => isMember !== false || tenure === undefined,
  ({ 'post.hashtags': words, 'post.hashtagCount': count }) =>
    words === undefined || count === undefined || words.length <= count,
  ({ 'reports.count': count, 'reports.distinctOrgs': organisations }) =>
    count === undefined ||
    organisations === undefined ||
    (organisations <= count && (count === 0) === (organisations === 0)),
];
