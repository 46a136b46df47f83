import type { Organisation } from '../community/ids.ts';

/** Fewer people than this are never shown as a group of their own. */
const FEWEST_SHOWN = 3;

/** Who said what of a statement: each person once, by the organisation she counts for. */
export interface Stance {
  readonly person: string;
  readonly organisation: Organisation;
  readonly agrees: boolean;
}

export interface Statement<Id> {
  readonly id: Id;
  readonly stances: readonly Stance[];
}

/** People of one organisation, or of several with few people each (`null`), and what they said. */
export interface AgreementCell {
  readonly organisation: Organisation | null;
  readonly agree: number;
  /** Agree and disagree together: nobody records who has only read it. */
  readonly said: number;
}

export interface Bridging<Id> {
  readonly id: Id;
  /** From 0 to 1, only to be compared within one discussion: ∏ over organisations of (agree + 1) / (said + 2). */
  readonly score: number;
  /** What may be shown: largest first, and last those who are too few to be shown alone. */
  readonly cells: readonly AgreementCell[];
}

/**
 * How far people of different organisations agree on each statement of a discussion, the most agreed on first
 * (governance.md §3.1, after Polis's group-aware consensus). Advice for whoever reads it: nothing is decided by it.
 *
 * The product runs over the same organisations for every statement: those of whom three people said something anywhere
 * in the discussion, and all others together. So a statement that one organisation alone has seen is not ahead of one
 * on which two agree; silence counts as one half. Left out: statements of which fewer than three people said anything.
 * Empty: fewer than two such groups, so that there is nothing to bridge.
 */
export function bridging<Id>(statements: readonly Statement<Id>[]): readonly Bridging<Id>[] {
  const groupOf = groupsIn(statements);
  const groups = new Set(statements.flatMap(({ stances }) => stances.map(groupOf)));
  if (groups.size < 2) return [];
  return statements
    .filter(({ stances }) => stances.length >= FEWEST_SHOWN)
    .map(({ id, stances }) => ({ id, score: scoreOf(stances, groups, groupOf), cells: cellsOf(stances, groupOf) }))
    .sort((a, b) => b.score - a.score || saidIn(b) - saidIn(a) || (String(a.id) < String(b.id) ? -1 : 1));
}

type Group = Organisation | null;
type GroupOf = (stance: Stance) => Group;

function groupsIn(statements: readonly Statement<unknown>[]): GroupOf {
  const people = new Map<Organisation, Set<string>>();
  for (const { person, organisation } of statements.flatMap(({ stances }) => stances)) {
    const known = people.get(organisation);
    if (known === undefined) people.set(organisation, new Set([person]));
    else known.add(person);
  }
  return ({ organisation }) => ((people.get(organisation)?.size ?? 0) < FEWEST_SHOWN ? null : organisation);
}

function scoreOf(stances: readonly Stance[], groups: ReadonlySet<Group>, groupOf: GroupOf): number {
  const factors = [...groups].map((group) => {
    const here = stances.filter((stance) => groupOf(stance) === group);
    return (here.filter(({ agrees }) => agrees).length + 1) / (here.length + 2);
  });
  // Floating-point products depend on the order of their factors; in order of size they do not.
  return factors.sort((a, b) => a - b).reduce((product, factor) => product * factor, 1);
}

function cellsOf(stances: readonly Stance[], groupOf: GroupOf): readonly AgreementCell[] {
  const said = new Map<Group, { agree: number; said: number }>();
  for (const stance of stances) {
    const cell = said.get(groupOf(stance)) ?? { agree: 0, said: 0 };
    said.set(groupOf(stance), { agree: cell.agree + (stance.agrees ? 1 : 0), said: cell.said + 1 });
  }
  return withoutFew([...said].map(([organisation, cell]) => ({ organisation, ...cell })));
}

/** Merges what fewer than three people said; where those are still too few together, the smallest group with them. */
function withoutFew(cells: readonly AgreementCell[]): readonly AgreementCell[] {
  const inOrder = [...cells].sort(
    (a, b) => b.said - a.said || ((a.organisation ?? '') < (b.organisation ?? '') ? -1 : 1),
  );
  const shown = inOrder.filter(({ organisation, said }) => organisation !== null && said >= FEWEST_SHOWN);
  const few = inOrder.filter((cell) => !shown.includes(cell));
  while (few.length > 0 && sum(few, 'said') < FEWEST_SHOWN) {
    const smallest = shown.pop();
    if (smallest === undefined) return [];
    few.push(smallest);
  }
  return few.length === 0
    ? shown
    : [...shown, { organisation: null, agree: sum(few, 'agree'), said: sum(few, 'said') }];
}

const sum = (cells: readonly AgreementCell[], what: 'agree' | 'said'): number =>
  cells.reduce((total, cell) => total + cell[what], 0);
const saidIn = ({ cells }: Bridging<unknown>): number => sum(cells, 'said');
