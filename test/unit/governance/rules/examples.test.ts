import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areCoherent, candidatesIn } from '../../../../server/governance/rules/candidates.ts';
import { evaluate } from '../../../../server/governance/rules/evaluate.ts';
import { exampleFacts, findExample } from '../../../../server/governance/rules/examples.ts';
import type { Condition, Fact, Facts } from '../../../../server/governance/rules/rule.ts';

/** The first posts that a condition catches and leaves alone. */
const examples = (when: Condition) => {
  const { match, noMatch } = exampleFacts(when);
  return [match[0] ?? null, noMatch[0] ?? null];
};

describe('the examples of a rule', () => {
  it('stand on both sides of each bound', () => {
    const of = (sign: 'gt' | 'gte' | 'lt' | 'lte' | 'eq') =>
      examples({ [sign]: ['post.links', 2] } as unknown as Condition).map((facts) => facts?.['post.links']);
    expect([of('gt'), of('gte'), of('lt'), of('lte'), of('eq')]).toEqual([
      [3, 2],
      [3, 1],
      [1, 3],
      [2, 3],
      [2, 3],
    ]);
    // A count is never below none, and is whole.
    expect(examples({ lt: ['post.links', 0] })).toEqual([null, { 'post.links': 1 }]);
    expect(examples({ gte: ['post.links', 0] })).toEqual([{ 'post.links': 1 }, null]);
    expect(candidatesIn({ gt: ['post.length', 9.5] })).toEqual([['post.length', [10, 9, 8]]]);
  });

  it('are of both kinds for what is so or not, for what is chosen, and for what is written in a language', () => {
    expect(examples({ eq: ['post.hasMedia', false] })).toEqual([{ 'post.hasMedia': false }, { 'post.hasMedia': true }]);
    expect(examples({ eq: ['post.origin', 'elsewhere'] })).toEqual([
      { 'post.origin': 'elsewhere' },
      { 'post.origin': 'here' },
    ]);
    expect(examples({ eq: ['post.language', 'de'] })).toEqual([{ 'post.language': 'de' }, { 'post.language': 'en' }]);
    expect(examples({ eq: ['post.language', 'en'] })).toEqual([{ 'post.language': 'en' }, { 'post.language': 'und' }]);
    expect(examples({ has: ['post.hashtags', 'tea'] })).toEqual([
      { 'post.hashtags': ['tea'] },
      { 'post.hashtags': [] },
    ]);
    const two: Condition = { all: [{ has: ['post.hashtags', 'tea'] }, { not: { has: ['post.hashtags', 'jobs'] } }] };
    expect(examples(two)[0]).toEqual({ 'post.hashtags': ['tea'] });
  });

  it('say no more than makes the difference', () => {
    const when: Condition = { all: [{ lt: ['author.tenureDays', 30] }, { gt: ['post.links', 2] }] };
    expect(examples(when)).toEqual([
      { 'author.tenureDays': 29, 'post.links': 3 },
      { 'author.tenureDays': 31, 'post.links': 3 },
    ]);
    const or: Condition = { any: [{ gt: ['post.links', 2] }, { eq: ['post.hasMedia', true] }] };
    expect(examples(or)).toEqual([{ 'post.links': 3 }, { 'post.links': 2, 'post.hasMedia': false }]);
    expect(examples({ all: [{ human: 'Is it an advert?' }, { gt: ['post.links', 2] }] })[0]).toBeNull();
  });

  it('are tried with all words, each word and none where there are many', () => {
    const words = ['a', 'b', 'c', 'd', 'e'];
    const many = candidatesIn({ any: words.map((word): Condition => ({ has: ['post.hashtags', word] })) });
    expect(many).toEqual([['post.hashtags', [words, ['a'], ['b'], ['c'], ['d'], ['e'], []]]]);
    const four = candidatesIn({ any: words.slice(1).map((word): Condition => ({ has: ['post.hashtags', word] })) });
    expect(four[0]?.[1]).toHaveLength(16);
    const none: Condition = { all: words.map((word): Condition => ({ not: { has: ['post.hashtags', word] } })) };
    expect(examples(none)).toEqual([{ 'post.hashtags': [] }, { 'post.hashtags': words }]);
  });

  it('have counts that go together, also where their bounds lie apart', () => {
    const reported: Condition = { all: [{ gte: ['reports.count', 1] }, { gte: ['reports.distinctOrgs', 5] }] };
    expect(examples(reported)[0]).toEqual({ 'reports.count': 6, 'reports.distinctOrgs': 6 });
    const few: Condition = { all: [{ lte: ['reports.count', 2] }, { gte: ['reports.distinctOrgs', 5] }] };
    expect(examples(few)[0]).toBeNull();
    const tags = ['a', 'b', 'c'].map((word): Condition => ({ has: ['post.hashtags', word] }));
    const tagged: Condition = { all: [{ gte: ['post.hashtagCount', 0] }, ...tags] };
    expect(examples(tagged)[0]).toEqual({ 'post.hashtagCount': 3, 'post.hashtags': ['a', 'b', 'c'] });
  });

  it('take up whether somebody is a member before how long she has been one', () => {
    const tenure: Condition = { gte: ['author.tenureDays', 5] };
    const order = (one: Condition, other: Condition) => candidatesIn({ all: [one, other] }).map(([fact]) => fact);
    const member: Condition = { eq: ['author.isMember', true] };
    expect(order(tenure, member)).toEqual(['author.isMember', 'author.tenureDays']);
    expect(order(member, tenure)).toEqual(['author.isMember', 'author.tenureDays']);
    expect(order({ gt: ['post.links', 1] }, tenure)).toEqual(['post.links', 'author.tenureDays']);
  });
});

describe('what can be true of one post', () => {
  it('is no reply that begins a thread, no tenure of who is no member, no report from more places than there are', () => {
    const impossible: readonly Facts[] = [
      { 'act.type': 'reply', 'post.isReply': false },
      { 'act.type': 'post', 'post.isReply': true },
      { 'author.isMember': false, 'author.tenureDays': 0 },
      { 'post.hashtags': ['tea', 'jobs'], 'post.hashtagCount': 1 },
      { 'reports.count': 1, 'reports.distinctOrgs': 2 },
      { 'reports.count': 1, 'reports.distinctOrgs': 0 },
    ];
    const possible: readonly Facts[] = [
      {},
      { 'act.type': 'reply' },
      { 'post.isReply': true },
      { 'act.type': 'reply', 'post.isReply': true },
      { 'act.type': 'post', 'post.isReply': false },
      { 'act.type': 'edit', 'post.isReply': true },
      { 'act.type': 'poll', 'post.isReply': false },
      { 'author.isMember': true, 'author.tenureDays': 3 },
      { 'author.tenureDays': 3 },
      { 'author.isMember': false },
      { 'post.hashtags': ['tea'], 'post.hashtagCount': 1 },
      { 'post.hashtags': [], 'post.hashtagCount': 3 },
      { 'post.hashtags': ['tea'] },
      { 'post.hashtagCount': 0 },
      { 'reports.count': 0, 'reports.distinctOrgs': 0 },
      { 'reports.count': 2, 'reports.distinctOrgs': 2 },
      { 'reports.count': 0 },
      { 'reports.distinctOrgs': 1 },
    ];
    expect(impossible.map(areCoherent)).toEqual(impossible.map(() => false));
    expect(possible.map(areCoherent)).toEqual(possible.map(() => true));
  });
});

/** Two facts that go together, and every value of theirs that conditions here can tell apart. */
const PAIRS: readonly (readonly [Fact, readonly unknown[], Fact, readonly unknown[]])[] = [
  ['reports.count', [0, 1, 2, 3, 4, 5], 'reports.distinctOrgs', [0, 1, 2, 3, 4, 5]],
  ['post.hashtagCount', [0, 1, 2, 3, 4, 5], 'post.hashtags', [[], ['tea'], ['jobs'], ['tea', 'jobs']]],
  ['act.type', ['post', 'reply', 'poll', 'edit'], 'post.isReply', [true, false]],
  ['author.isMember', [true, false], 'author.tenureDays', [0, 1, 2, 3, 4, 5]],
];
function comparing(fact: Fact, values: readonly unknown[]): fc.Arbitrary<Condition> {
  if (Array.isArray(values[0]))
    return fc.constantFrom('tea', 'jobs').map((word) => ({ has: [fact, word] }) as Condition);
  if (typeof values[0] !== 'number')
    return fc.constantFrom(...values).map((value) => ({ eq: [fact, value] }) as Condition);
  return fc
    .tuple(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), fc.integer({ min: 0, max: 4 }))
    .map(([sign, bound]) => ({ [sign]: [fact, bound] }) as unknown as Condition);
}
const aboutPair = fc.constantFrom(...PAIRS).chain((pair) => {
  const [one, ones, other, others] = pair;
  const part = fc.oneof(comparing(one, ones), comparing(other, others));
  const some = fc.array(
    fc.oneof(
      part,
      part.map((not): Condition => ({ not })),
    ),
    { minLength: 1, maxLength: 3 },
  );
  const when = fc.oneof(
    some.map((all): Condition => ({ all })),
    some.map((any): Condition => ({ any })),
    fc.tuple(some, some).map(([all, any]): Condition => ({ all: [...all, { any }] })),
  );
  return fc.tuple(fc.constant(pair), when);
});

it('an example is found exactly where some post would be one', () => {
  fc.assert(
    fc.property(aboutPair, ([[one, ones, other, others], when]) => {
      // Who is no member has no tenure; that is thought of where the condition asks for it.
      const asksForMembers = JSON.stringify(when).includes('author.isMember');
      const posts = ones
        .flatMap((a) => others.map((b): Facts => ({ [one]: a, [other]: b })))
        .concat(asksForMembers ? [{ 'author.isMember': false }] : [])
        .filter(areCoherent);
      const caught = posts.some((facts) => evaluate(when, facts) === true);
      const left = posts.some((facts) => evaluate(when, facts) !== true);
      const found = [findExample(when, 'caught'), findExample(when, 'left-alone')];
      expect([when, found.map((facts) => facts !== null)]).toEqual([when, [caught, left]]);
    }),
    { numRuns: 400 },
  );
});
