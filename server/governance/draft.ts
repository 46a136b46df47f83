import { RecordFault } from '../record/fault.ts';
import type { CommunityState } from './state.ts';

type Writable<Shape> = { -readonly [Key in keyof Shape]: WritableCollection<Shape[Key]> };
type WritableCollection<Value> =
  Value extends ReadonlyMap<infer Key, infer Kept>
    ? Map<Key, Kept>
    : Value extends ReadonlySet<infer Kept>
      ? Set<Kept>
      : Value;

/** A state being written: its own collections, everything inside them shared and never changed. */
export type Draft = Writable<CommunityState>;

/** A draft that begins as a state; writing it leaves the state alone. */
export function draftOf(state: CommunityState): Draft {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, copyOf(value)])) as unknown as Draft;
}

function copyOf(value: unknown): unknown {
  if (value instanceof Map) return new Map(value);
  return value instanceof Set ? new Set(value) : value;
}

/** An entry at work on a draft. */
export interface Context {
  readonly draft: Draft;
  readonly seq: number;
  /** The entry's time. */
  readonly at: Date;
}

/** Throws the fault of an event that makes no sense where it stands. */
export function senseless({ seq }: Pick<Context, 'seq'>, why: string): never {
  throw new RecordFault(seq, 'state', `Entry ${seq}: ${why}.`);
}
