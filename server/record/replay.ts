import type { Entry } from './entry.ts';

/** A fold over entries: where it begins, and what each entry makes of it. */
export interface Fold<State> {
  readonly initial: State;
  readonly apply: (state: State, entry: Entry) => State;
}

/** What a sequence of entries amounts to. Believes the entries; `verifyRecord` checks them. */
export async function replay<State>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  { initial, apply }: Fold<State>,
): Promise<State> {
  let state = initial;
  for await (const entry of entries) state = apply(state, entry);
  return state;
}
