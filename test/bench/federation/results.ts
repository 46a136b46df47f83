import type { Name } from '../contestant.ts';
import type { FannedOut } from './fan-out.ts';
import type { Served } from './get.ts';
import type { Turn } from './ingest.ts';
import type { Started } from './start.ts';

/** What was measured, by contestant, one for each round. */
export interface Results {
  readonly ingest: Map<Name, Turn[]>;
  readonly fanOut: Map<Name, FannedOut[]>;
  readonly get: Map<Name, Served[]>;
  /** Of our server alone. */
  start?: Started;
  readonly looksAt: Map<Name, string>;
}

export const noResults = (): Results => ({ ingest: new Map(), fanOut: new Map(), get: new Map(), looksAt: new Map() });

/** Adds one round's. */
export function add<Measured>(to: Map<Name, Measured[]>, name: Name, measured: Measured): void {
  to.set(name, [...(to.get(name) ?? []), measured]);
}
