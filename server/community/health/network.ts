import type { CommunityIri, Organisation } from '../ids.ts';
import type { ReplyMarks } from './activity.ts';
import type { Happened } from './measures.ts';
import { type Fact, K, publishable, stepOf } from './publishable.ts';
import type { Knot, Network, Tie } from './release.ts';

/**
 * Which organisations answer each other. Only those of which enough people wrote are shown, and between two of them
 * only what enough people did, none of them more than half of it. How many people, in steps (`stepOf`).
 */
export function networkOfOrganisations(replies: readonly Fact<ReplyMarks>[], k: number = K): Network<Organisation> {
  const writers = new Map<Organisation, Set<string>>();
  const across = new Map<string, Fact<ReplyMarks>[]>();
  for (const fact of replies) {
    const { from, to } = fact.marks;
    put(writers, from, fact.by);
    if (from === to) continue;
    const pair = [from, to].sort().join(' ');
    across.set(pair, [...(across.get(pair) ?? []), fact]);
  }
  const knots = knotsOf(writers, k);
  const shown = new Set(knots.map(({ name }) => name));
  const ties = [...across].flatMap(([pair, facts]) => {
    const [one, other] = pair.split(' ') as [Organisation, Organisation];
    if (!shown.has(one) || !shown.has(other)) return [];
    // Told by itself or not at all: the same test as for counts.
    if (publishable(facts, [{ name: pair, holds: () => true }], k).size === 0) return [];
    return tie(one, other, new Set(facts.flatMap(({ by }) => by)).size, k);
  });
  return { knots, ties: sorted(ties) };
}

/** Communities, and how many people write in two of them. */
export function networkOfCommunities({ threads, replies }: Pick<Happened, 'threads' | 'replies'>, k: number = K) {
  const writers = new Map<CommunityIri, Set<string>>();
  for (const { by, marks } of [...threads, ...replies]) put(writers, marks.community, by);
  const knots = knotsOf(writers, k);
  const ties = knots.flatMap(({ name: one }, at) =>
    knots.slice(at + 1).flatMap(({ name: other }) => {
      const inBoth = [...(writers.get(one) ?? [])].filter((person) => writers.get(other)?.has(person));
      return tie(one, other, inBoth.length, k);
    }),
  );
  return { knots, ties: sorted(ties) } satisfies Network<CommunityIri>;
}

function put<Name>(all: Map<Name, Set<string>>, name: Name, people: readonly string[]): void {
  const known = all.get(name) ?? new Set();
  for (const person of people) known.add(person);
  all.set(name, known);
}

function knotsOf<Name extends string>(
  writers: ReadonlyMap<Name, ReadonlySet<string>>,
  k: number,
): readonly Knot<Name>[] {
  return [...writers]
    .flatMap(([name, { size }]) => {
      const people = stepOf(size, k);
      return people === null ? [] : [{ name, people }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function tie<Name extends string>(one: Name, other: Name, size: number, k: number): readonly Tie<Name>[] {
  const people = stepOf(size, k);
  return people === null ? [] : [{ one, other, people }];
}

const sorted = <Name extends string>(ties: readonly Tie<Name>[]): readonly Tie<Name>[] =>
  ties.toSorted((a, b) => b.people - a.people || (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1));
