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
  const draft: Record<string, unknown> = { ...state };
  for (const name in draft) {
    const value = draft[name];
    // Most collections are empty, and an empty one is made anew several times as fast as it is copied.
    if (value instanceof Map) draft[name] = value.size === 0 ? new Map() : new Map(value);
    else if (value instanceof Set) draft[name] = value.size === 0 ? new Set() : new Set(value);
  }
  return draft as unknown as Draft;
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
