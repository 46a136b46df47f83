import type { Name } from '../contestant.ts';
import { median } from '../support/table.ts';
import type { FannedOut } from './fan-out.ts';
import type { Served } from './get.ts';
import type { Ingested, Turn } from './ingest.ts';
import type { Results } from './results.ts';

/** A figure of each contestant; NaN where nothing was measured. */
export type Of = (name: Name) => number;

/** Medians over all rounds. */
export function mediansOf({ ingest, fanOut, get, start }: Results) {
  const over = <Measured>(all: ReadonlyMap<Name, readonly Measured[]>, read: (one: Measured) => number): Of => {
    return (name) => median((all.get(name) ?? []).map(read));
  };
  const only = <Measured>(all: ReadonlyMap<Name, readonly Measured[]>, fits: (one: Measured) => boolean) =>
    new Map([...all].map(([name, list]) => [name, list.filter(fits)]));
  const batches = new Map([...ingest].map(([name, turns]) => [name, turns.flatMap((turn) => turn.batches)]));
  return {
    batch: (connections: number, part: keyof Ingested): Of =>
      over(
        only(batches, (one) => one.connections === connections),
        (one) => one[part],
      ),
    memory: (part: 'idleMb' | 'busyMb' | 'afterMb'): Of => over(ingest, (turn: Turn) => turn[part]),
    sent: (audience: string, part: Exclude<keyof FannedOut, 'audience'>): Of =>
      over(
        only(fanOut, (one) => one.audience === audience),
        (one) => one[part],
      ),
    served: (what: Served['what'], part: Exclude<keyof Served, 'what'>): Of =>
      over(
        only(get, (one) => one.what === what),
        (one) => one[part],
      ),
    started: (how: 'node' | 'npm'): number => median(start?.[how] ?? []),
  };
}

export type Medians = ReturnType<typeof mediansOf>;

/** Which audiences were sent to, in their order. */
export const audiencesIn = ({ fanOut }: Results): readonly string[] => [
  ...new Set([...fanOut.values()].flat().map(({ audience }) => audience)),
];
