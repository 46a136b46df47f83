import { figure, type Row, table } from './table.ts';

/** What the project promises itself, always as a ratio to what else ran on the same machine, where that is possible. */
export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly found: number;
  readonly reached: boolean;
}

export const atLeast = (what: string, least: number, found: number): Goal => ({
  what,
  wanted: `≥ ${least.toLocaleString('en-GB')}`,
  found,
  reached: found >= least,
});

export const atMost = (what: string, most: number, found: number): Goal => ({
  what,
  wanted: `≤ ${most.toLocaleString('en-GB')}`,
  found,
  reached: found <= most,
});

/** The goals, each with what was found. What was not measured is left out; undefined when nothing was. */
export function goalsTable(all: Iterable<Goal>): string | undefined {
  const goals = [...all].filter(({ found }) => Number.isFinite(found));
  if (goals.length === 0) return undefined;
  const rows = goals.map(({ what, wanted, found, reached }): Row => {
    return [what, wanted, figure(found), reached ? 'reached' : 'NOT reached'];
  });
  return `Goals\n${table(['', 'wanted', 'found', ''], rows)}`;
}
