import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReplyMarks, ThreadMarks } from '../../../../server/community/health/activity.ts';
import { month } from '../../../../server/community/health/month.ts';
import { type Fact, K, publishable, stepOf } from '../../../../server/community/health/publishable.ts';
import type { Counts, Release } from '../../../../server/community/health/release.ts';
import { releaseOf } from '../../../../server/community/health/tell.ts';
import { communityIri, organisation } from '../../../../server/community/ids.ts';
import { type Cell, everyCombination, follows, leakIn } from './attacker.ts';

const HOUR = 60 * 60 * 1000;
const COMMUNITIES = ['a', 'b', 'c', 'd'].map(communityIri);
const [CLOSED] = COMMUNITIES.slice(-1);
const OPEN = COMMUNITIES.slice(0, -1);
const ORGANISATIONS = ['north.example', 'south.example', 'west.example'].map(organisation);

const person = fc.integer({ min: 0, max: 24 }).map(String);
const thread: fc.Arbitrary<Fact<ThreadMarks>> = fc
  .record({
    by: person,
    helper: person,
    community: fc.constantFrom(...COMMUNITIES),
    ask: fc.boolean(),
    answeredAfter: fc.option(fc.constantFrom(HOUR / 2, 2 * HOUR, 20 * HOUR, 60 * HOUR, 200 * HOUR), { nil: null }),
    organisations: fc.constantFrom(1, 2, 3, 4),
  })
  .map(({ by, helper, answeredAfter, ...marks }) => ({
    by: [by],
    ...(answeredAfter === null ? {} : { helper }),
    marks: { kind: 'thread', ...marks, ...(answeredAfter === null ? {} : { answeredAfter }) },
  }));
const reply: fc.Arbitrary<Fact<ReplyMarks>> = fc
  .record({
    by: person,
    community: fc.constantFrom(...COMMUNITIES),
    from: fc.constantFrom(...ORGANISATIONS),
    to: fc.constantFrom(...ORGANISATIONS),
  })
  .map(({ by, ...marks }) => ({ by: [by], marks: { kind: 'reply', ...marks } }));
const life = fc.record({
  threads: fc.array(thread, { maxLength: 300, size: 'max' }),
  replies: fc.array(reply, { maxLength: 200, size: 'max' }),
  outcomes: fc.constant([]),
});
type Life = { threads: readonly Fact<ThreadMarks>[]; replies: readonly Fact<ReplyMarks>[]; outcomes: readonly [] };

/** What each count means, said once more and independently of the module. */
const MEANS: Readonly<Record<string, (fact: Fact<ThreadMarks> | Fact<ReplyMarks>) => boolean>> = {
  asks: ({ marks }) => marks.kind === 'thread' && marks.ask,
  'asks-unanswered': ({ marks }) => marks.kind === 'thread' && marks.ask && marks.answeredAfter === undefined,
  'asks-within-hour': ({ marks }) => marks.kind === 'thread' && marks.ask && (marks.answeredAfter ?? 1e12) <= HOUR,
  'asks-within-4-hours': ({ marks }) =>
    marks.kind === 'thread' && marks.ask && (marks.answeredAfter ?? 1e12) <= 4 * HOUR,
  'asks-within-day': ({ marks }) => marks.kind === 'thread' && marks.ask && (marks.answeredAfter ?? 1e12) <= 24 * HOUR,
  'asks-within-3-days': ({ marks }) =>
    marks.kind === 'thread' && marks.ask && (marks.answeredAfter ?? 1e12) <= 72 * HOUR,
  threads: ({ marks }) => marks.kind === 'thread',
  'threads-of-three': ({ marks }) => marks.kind === 'thread' && marks.organisations >= 3,
  replies: ({ marks }) => marks.kind === 'reply',
  'replies-crossing': ({ marks }) => marks.kind === 'reply' && marks.from !== marks.to,
};

const everything = ({ threads, replies }: Life) => [...threads, ...replies];

/** Every count of a release as the attacker reads it, with the facts that are in it. */
function cellsOf(release: Release, life: Life, offset = 0): readonly Cell[] {
  const places: [string, Counts, (community: string) => boolean][] = [
    ['all', release.server, (community) => community !== CLOSED],
    ...Object.entries({ ...release.open, ...release.closed }).map(
      ([name, counts]): [string, Counts, (community: string) => boolean] => [name, counts, (other) => other === name],
    ),
  ];
  return places.flatMap(([where, counts, isThere]) =>
    Object.entries(counts).map(([cell, count]) => {
      const facts = everything(life).flatMap((fact, at) =>
        isThere(fact.marks.community) && MEANS[cell]?.(fact) ? [at + offset] : [],
      );
      expect([where, cell, count]).toEqual([where, cell, facts.length]);
      return { name: `${cell} of ${where}`, facts: new Set(facts) };
    }),
  );
}

const told = (life: Life, k = K): Release =>
  releaseOf(month('2026-10'), life, { open: OPEN, closed: CLOSED === undefined ? [] : [CLOSED] }, k);

/** Factors that are drawn, small ones mostly nought, so that few counts are combined. */
const factors = fc.array(fc.array(fc.constantFrom(0, 0, 0, 0, 1, -1, 2, -2), { minLength: 40, maxLength: 40 }), {
  minLength: 100,
  maxLength: 100,
});

describe('what is told of a month', () => {
  it('whatever is added and subtracted, also of two months, is about eight people or nobody', () => {
    fc.assert(
      fc.property(life, life, factors, (october, november, tries) => {
        const facts = [...everything(october), ...everything(november)];
        const cells = [
          ...cellsOf(told(october), october),
          ...cellsOf(told(november), november, everything(october).length),
        ];
        expect(leakIn(facts, cells, tries, K)).toBeNull();
        // Each less each other: a total less its part, one community less another, today less yesterday.
        const pairs = cells.flatMap((_, one) =>
          cells.map((_, other) => cells.map((_, at) => Number(at === one) - Number(at === other))),
        );
        expect(leakIn(facts, cells, pairs, K)).toBeNull();
      }),
      { numRuns: Number(process.env.CASES ?? 6) },
    );
  });

  it('no linear reckoning with any factors gives a group of fewer than eight', () => {
    fc.assert(
      fc.property(life, (october) => {
        const facts = everything(october);
        const cells = cellsOf(told(october), october);
        // Facts that nobody can tell apart, by all that is known of them.
        const kinds = Map.groupBy(
          facts.map((_, at) => at),
          (at) => JSON.stringify(facts[at]?.marks),
        );
        const sets = [...kinds.values()].map((places) => new Set(places));
        for (const kind of sets) {
          const people = new Set([...kind].flatMap((at) => facts[at]?.by ?? [])).size;
          if (people < K) expect([people, follows(cells, sets, kind)]).toEqual([people, false]);
        }
      }),
      { numRuns: Number(process.env.CASES ?? 6) },
    );
  });

  it('an attacker who tries every combination of the counts of all finds nothing', () => {
    fc.assert(
      fc.property(life, (october) => {
        const cells = cellsOf(told(october), october).filter(({ name }) => name.endsWith(' of all'));
        const some = cells.slice(0, 7);
        expect(leakIn(everything(october), some, everyCombination(some.length), K)).toBeNull();
      }),
      { numRuns: 5 },
    );
  });

  it('the same attacker finds a group where nothing is kept back', () => {
    const [found, told_]: [string[], number[]] = [[], []];
    const looked = fc.sample(life, { numRuns: 10, seed: 1 });
    for (const october of looked) {
      const cells = cellsOf(told(october, 1), october);
      const pairs = cells.flatMap((_, one) =>
        cells.map((_, other) => cells.map((_, at) => Number(at === one) - Number(at === other))),
      );
      const leak = leakIn(everything(october), cells, pairs, K);
      if (leak !== null) found.push(leak);
      // And where it is kept back, something is told all the same.
      told_.push(cellsOf(told(october), october).length);
    }
    expect(Math.max(...told_)).toBeGreaterThan(10);
    expect(found.length).toBeGreaterThan(5);
  });

  it('is the same whatever the order in which things are read', () => {
    fc.assert(
      fc.property(life, (october) => {
        const backwards = { ...october, threads: october.threads.toReversed(), replies: october.replies.toReversed() };
        expect(told(backwards)).toEqual(told(october));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a count', () => {
  const by = (people: number, community: string, times = 1): Fact<string>[] =>
    Array.from({ length: people * times }, (_, at) => ({ by: [`${community}${at % people}`], marks: community }));
  const count = (name: string, ...of: string[]) => ({ name, holds: (community: string) => of.includes(community) });
  const names = (facts: Fact<string>[], ...candidates: ReturnType<typeof count>[]) => [
    ...publishable(facts, candidates).keys(),
  ];

  it('of seven is not told, of eight it is', () => {
    expect(names(by(7, 'x', 5), count('x', 'x'))).toEqual([]);
    expect(names(by(8, 'x'), count('x', 'x'))).toEqual(['x']);
  });

  it('is kept back where a total less it is about seven', () => {
    const facts = [...by(20, 'x'), ...by(7, 'y')];
    expect(names(facts, count('total', 'x', 'y'), count('x', 'x'))).toEqual(['total']);
    expect(names(facts, count('x', 'x'), count('y', 'y'))).toEqual(['x']);
    expect(names([...by(20, 'x'), ...by(8, 'y')], count('total', 'x', 'y'), count('x', 'x'))).toEqual(['total', 'x']);
  });

  it('takes two missing neighbours together: what is left over is about enough people', () => {
    const facts = [...by(20, 'x'), ...by(5, 'y'), ...by(4, 'z')];
    expect(names(facts, count('total', 'x', 'y', 'z'), count('x', 'x'), count('y', 'y'), count('z', 'z'))).toEqual([
      'total',
      'x',
    ]);
  });

  it('of which one person did most is not told', () => {
    const one = Array.from({ length: 9 }, () => ({ by: ['x0'], marks: 'x' }));
    expect(names([...by(8, 'x'), ...one], count('x', 'x'))).toEqual([]);
    expect(names([...by(8, 'x'), ...one.slice(3)], count('x', 'x'))).toEqual(['x']);
  });

  it('of how quickly people are answered is not told where one person answers most', () => {
    const facts = by(12, 'x').map((fact, at) => ({ ...fact, helper: at < 7 ? 'grete' : `h${at}` }));
    expect([...publishable(facts, [{ ...count('x', 'x'), tellsOfHelpers: true }]).keys()]).toEqual([]);
    expect([...publishable(facts, [count('x', 'x')]).keys()]).toEqual(['x']);
  });

  it('of a part that tells how quickly people are answered stays so when it is parted further', () => {
    const marked = (people: number, mark: string, helperOf: (at: number) => string) =>
      by(people, mark).map((fact, at) => ({ ...fact, helper: helperOf(at) }));
    const quick = { ...count('quick', 'x', 'y'), tellsOfHelpers: true, partOf: 'all' };
    const all = count('all', 'x', 'y', 'slow');
    const told = (facts: Fact<string>[], ...candidates: (typeof quick | typeof all)[]) => [
      ...publishable(facts, candidates).keys(),
    ];
    const slow = by(10, 'slow');
    const shared = [...marked(12, 'x', (at) => `h${at}`), ...marked(12, 'y', () => 'grete'), ...slow];
    expect(told(shared, all, quick)).toEqual(['all', 'quick']);
    // What grete answered alone is told by nothing else either.
    expect(told(shared, all, quick, count('y', 'y'))).toEqual(['all', 'quick']);
    expect(told(shared, all, count('y', 'y'))).toEqual(['all', 'y']);
    expect(told(shared, all, count('y', 'y'), quick)).toEqual(['all', 'y']);
    const two = [...marked(12, 'x', (at) => `h${at % 2}`), ...marked(12, 'y', (at) => `h${at % 2}`), ...slow];
    expect(told(two, all, quick, count('y', 'y'))).toEqual(['all', 'quick', 'y']);
  });

  it('of what many did together counts all of them, and nobody did most of it', () => {
    const votes = [0, 1].map(() => ({ by: Array.from({ length: 9 }, (_, at) => `v${at}`), marks: 'x' }));
    expect(names(votes, count('x', 'x'))).toEqual(['x']);
    // Whoever decided alone, once, beside them does not stand out.
    expect(names([...votes, { by: ['v0'], marks: 'x' }], count('x', 'x'))).toEqual(['x']);
    expect(names([...votes.slice(1), ...[0, 1].map(() => ({ by: ['v0'], marks: 'x' }))], count('x', 'x'))).toEqual([]);
  });

  it('of people in a picture comes in steps', () => {
    expect([7, 8, 15, 16, 31, 32, 200].map((people) => stepOf(people))).toEqual([null, 8, 8, 16, 16, 32, 128]);
  });
});
