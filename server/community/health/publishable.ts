/** So many different people must stand behind whatever is told. */
export const K = 8;

/** Something that happened once and is counted: an ask, a reply, a thread, a decision. */
export interface Fact<Marks> {
  /** Who did it: one person, or, for a decision, all who voted. */
  readonly by: readonly string[];
  /** Who answered it first, where it is an ask that was answered. */
  readonly helper?: string;
  /** By what it is told apart from others. */
  readonly marks: Marks;
}

/** A count that could be told. */
export interface Candidate<Marks> {
  readonly name: string;
  readonly holds: (marks: Marks) => boolean;
  /** It tells how quickly people are answered, so nobody who answers may stand out either. */
  readonly tellsOfHelpers?: boolean;
  /** The count that this is a part of: told only where that one is. */
  readonly partOf?: string;
}

/** Facts that nobody who has everything that is told can tell apart. */
interface Atom<Marks> {
  readonly facts: readonly Fact<Marks>[];
  readonly tellsOfHelpers: boolean;
}

/**
 * Which of some counts are told, in the order of their importance, and how many each is.
 *
 * Whatever somebody reckons from told counts (totals less parts, one community less another, with any factors), he
 * counts facts by *atoms*: facts that lie in the same told counts. So a count is told only if afterwards every atom is
 * empty or has at least `k` people behind it, of whom none did more than half. Then nothing that can be reckoned is
 * about fewer, and what a total leaves over is looked after like what is told (complementary suppression). Facts that
 * lie in no told count can be reckoned from nothing.
 *
 * @param candidates the most important first: an earlier one can keep a later one from being told
 * @returns the counts by name; those that are missing are not told
 */
export function publishable<Marks>(
  facts: readonly Fact<Marks>[],
  candidates: readonly Candidate<Marks>[],
  k: number = K,
): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  let untold: readonly Fact<Marks>[] = facts;
  let atoms: readonly Atom<Marks>[] = [];
  for (const candidate of candidates) {
    if (candidate.partOf !== undefined && !told.has(candidate.partOf)) continue;
    const count = facts.filter(({ marks }) => candidate.holds(marks)).length;
    // That there is nothing at all is told only of a part of something.
    if (count === 0 && candidate.partOf === undefined) continue;
    const { within, others } = split(untold, candidate);
    const added: Atom<Marks> = { facts: within, tellsOfHelpers: candidate.tellsOfHelpers === true };
    const after = [...atoms.flatMap((atom) => parted(atom, candidate)), added].filter((atom) => atom.facts.length > 0);
    if (!after.every((atom) => isSafe(atom, k))) continue;
    told.set(candidate.name, count);
    atoms = after;
    untold = others;
  }
  return told;
}

function parted<Marks>(atom: Atom<Marks>, candidate: Candidate<Marks>): readonly Atom<Marks>[] {
  const { within, others } = split(atom.facts, candidate);
  const tellsOfHelpers = atom.tellsOfHelpers || candidate.tellsOfHelpers === true;
  return [
    { facts: within, tellsOfHelpers },
    { facts: others, tellsOfHelpers: atom.tellsOfHelpers },
  ];
}

function split<Marks>(facts: readonly Fact<Marks>[], { holds }: Candidate<Marks>) {
  const within = facts.filter(({ marks }) => holds(marks));
  return { within, others: facts.filter(({ marks }) => !holds(marks)) };
}

/** At least `k` people, and nobody who alone makes up more than half. Holds for two together where it does for each. */
function isSafe<Marks>({ facts, tellsOfHelpers }: Atom<Marks>, k: number): boolean {
  if (new Set(facts.flatMap(({ by }) => by)).size < k) return false;
  const alone = facts.flatMap(({ by }) => (by.length === 1 ? by : []));
  if (mostOf(alone) > facts.length / 2) return false;
  if (!tellsOfHelpers) return true;
  const helpers = facts.flatMap(({ helper }) => (helper === undefined ? [] : [helper]));
  return mostOf(helpers) <= helpers.length / 2;
}

function mostOf(people: readonly string[]): number {
  const times = new Map<string, number>();
  for (const person of people) times.set(person, (times.get(person) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

/**
 * How many people, told in steps: at least 8, 16, 32, 64 …; `null` for fewer than `k`. Two steps less one another say
 * nothing exact.
 */
export function stepOf(people: number, k: number = K): number | null {
  if (people < k) return null;
  return k * 2 ** Math.floor(Math.log2(people / k));
}
