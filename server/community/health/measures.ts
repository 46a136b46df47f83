import type { CommunityIri } from '../ids.ts';
import type { ReplyMarks, ThreadMarks } from './activity.ts';
import { type Candidate, type Fact, K, publishable } from './publishable.ts';
import { type Cell, type Counts, isCell } from './release.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A thing decided, or a problem that is no longer open: who had a part in it, and what came of it. */
export interface OutcomeMarks {
  readonly kind: 'decision' | 'problem';
  readonly community: CommunityIri;
  /** It is in force; it changed something. */
  readonly changed: boolean;
}

interface Measure<Marks> {
  readonly cell: Cell;
  readonly partOf?: Cell;
  readonly holds: (marks: Marks) => boolean;
  readonly tellsOfHelpers?: true;
}

const answeredWithin =
  (ms: number) =>
  ({ ask, answeredAfter }: ThreadMarks) =>
    ask && answeredAfter !== undefined && answeredAfter <= ms;

const quick = (cell: Cell, ms: number): Measure<ThreadMarks> => ({
  cell,
  partOf: 'asks',
  holds: answeredWithin(ms),
  tellsOfHelpers: true,
});

// The most telling first, since an earlier one can keep a later one from being told.
const OF_THREADS: readonly Measure<ThreadMarks>[] = [
  { cell: 'asks', holds: ({ ask }) => ask },
  { cell: 'asks-unanswered', partOf: 'asks', holds: ({ ask, answeredAfter }) => ask && answeredAfter === undefined },
  quick('asks-within-day', DAY_MS),
  { cell: 'threads', holds: () => true },
  { cell: 'threads-of-three', partOf: 'threads', holds: ({ organisations }) => organisations >= 3 },
  quick('asks-within-hour', HOUR_MS),
  quick('asks-within-3-days', 3 * DAY_MS),
  quick('asks-within-4-hours', 4 * HOUR_MS),
];

const OF_REPLIES: readonly Measure<ReplyMarks>[] = [
  { cell: 'replies', holds: () => true },
  { cell: 'replies-crossing', partOf: 'replies', holds: ({ from, to }) => from !== to },
];

const OF_OUTCOMES: readonly Measure<OutcomeMarks>[] = [
  { cell: 'decisions', holds: ({ kind }) => kind === 'decision' },
  { cell: 'decisions-carried-out', partOf: 'decisions', holds: (one) => one.kind === 'decision' && one.changed },
  { cell: 'problems', holds: ({ kind }) => kind === 'problem' },
  { cell: 'problems-changed', partOf: 'problems', holds: (one) => one.kind === 'problem' && one.changed },
];

/** Everything that happened in some communities in a month. */
export interface Happened {
  readonly threads: readonly Fact<ThreadMarks>[];
  readonly replies: readonly Fact<ReplyMarks>[];
  readonly outcomes: readonly Fact<OutcomeMarks>[];
}

/** All communities of a group together, and each of them. */
export interface Told {
  readonly all: Counts;
  readonly each: Readonly<Record<CommunityIri, Counts>>;
}

/** Every count that can be told of some communities and of all of them together. They stand for nothing else. */
export function countsOf(happened: Happened, communities: readonly CommunityIri[], k: number = K): Told {
  const tables = [
    told(happened.threads, OF_THREADS, communities, k),
    told(happened.replies, OF_REPLIES, communities, k),
    told(happened.outcomes, OF_OUTCOMES, communities, k),
  ];
  return {
    all: Object.assign({}, ...tables.map(({ all }) => all)),
    each: Object.fromEntries(
      communities.map((community) => [community, Object.assign({}, ...tables.map(({ each }) => each[community]))]),
    ),
  };
}

/** One table: what is told of all goes first, then of one community after the other, the liveliest first. */
function told<Marks extends { readonly community: CommunityIri }>(
  facts: readonly Fact<Marks>[],
  measures: readonly Measure<Marks>[],
  communities: readonly CommunityIri[],
  k: number,
): Told {
  const candidate = ({ cell, partOf, holds, tellsOfHelpers }: Measure<Marks>, where = ''): Candidate<Marks> => ({
    name: `${cell} ${where}`,
    holds: (marks) => (where === '' || marks.community === where) && holds(marks),
    ...(partOf === undefined ? {} : { partOf: `${partOf} ${where}` }),
    ...(tellsOfHelpers === true ? { tellsOfHelpers } : {}),
  });
  const places = ['', ...liveliestFirst(facts, communities)];
  const counts = publishable(
    facts,
    places.flatMap((where) => measures.map((measure) => candidate(measure, where))),
    k,
  );
  const at = (where: string): Counts =>
    Object.fromEntries(
      [...counts].flatMap(([name, count]) => {
        const [cell = '', place] = name.split(' ', 2);
        return place === where && isCell(cell) ? [[cell, count]] : [];
      }),
    );
  return { all: at(''), each: Object.fromEntries(communities.map((community) => [community, at(community)])) };
}

function liveliestFirst<Marks extends { readonly community: CommunityIri }>(
  facts: readonly Fact<Marks>[],
  communities: readonly CommunityIri[],
): readonly CommunityIri[] {
  const people = new Map<CommunityIri, Set<string>>();
  for (const { by, marks } of facts) {
    const known = people.get(marks.community) ?? new Set();
    people.set(marks.community, new Set([...known, ...by]));
  }
  const size = (community: CommunityIri) => people.get(community)?.size ?? 0;
  return communities.toSorted((one, other) => size(other) - size(one) || (one < other ? -1 : 1));
}
