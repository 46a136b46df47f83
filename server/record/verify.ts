import type { Digest } from '../community/ids.ts';
import type { Link } from './chain.ts';
import { checkEntry, FIRST_PREV } from './chain.ts';
import type { Entry } from './entry.ts';
import type { FaultKind } from './fault.ts';
import { RecordFault } from './fault.ts';
import { type Frontier, frontierRoot, GrowingTree } from './frontier.ts';
import type { TreeHead } from './merkle.ts';
import type { Fold } from './replay.ts';

/** What reading a whole record found. */
export interface RecordReport<State> {
  /** Entries that are in order. */
  readonly checked: number;
  /** The last of them, and its hash. */
  readonly seq: number;
  readonly head: Digest;
  /** The root of the Merkle tree over them (RFC 9162). */
  readonly root: Digest;
  /** The first entry that is not in order; what comes after it was not looked at. */
  readonly fault: { readonly seq: number; readonly what: FaultKind; readonly text: string } | null;
  /** What the entries in order amount to. */
  readonly state: State;
}

/**
 * Reads a record from its first entry: every hash, every link, every commitment, and whether each event makes sense
 * after the ones before. Stops at the first fault and names its entry.
 *
 * A chain cannot show that its end was cut off; `expected`, a head known from elsewhere, can, and so can `trees`: roots
 * that were signed, or countersigned by others, when the record had so many entries.
 *
 * @param treeOf the tree over the entries that `apply` was given, where it grows one as it goes: it need not be grown
 *   twice. Every entry given to it has been checked.
 */
export async function verifyRecord<State>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  {
    initial,
    apply,
    expected,
    trees = [],
    treeOf,
  }: Fold<State> & {
    readonly expected?: { readonly seq: number; readonly hash: Digest } | null;
    readonly trees?: readonly TreeHead[];
    readonly treeOf?: (state: State) => Frontier;
  },
): Promise<RecordReport<State>> {
  const tree = new GrowingTree();
  const rootNow = () => (treeOf === undefined ? tree.root() : frontierRoot(treeOf(state)));
  const roots = new Map(trees.map(({ size, root }) => [size, root]));
  let state = initial;
  let previous: Link | null = null;
  let fault: RecordReport<State>['fault'] = null;
  let known = expected ?? null;
  try {
    for await (const entry of entries) {
      const check = checkEntry(entry, previous);
      // Named by its place: the number it bears may be what was changed.
      const place = (previous?.head.seq ?? 0) + 1;
      if (!check.ok) throw new RecordFault(place, check.refusal.code, check.refusal.text);
      if (known?.seq === entry.head.seq) {
        if (known.hash !== entry.hash) throw notThatHead(known.seq);
        known = null;
      }
      state = apply(state, entry);
      previous = entry;
      if (treeOf === undefined) tree.add(entry.hash);
      if (roots.size === 0) continue;
      const { seq } = entry.head;
      const root = roots.get(seq);
      if (root !== undefined && root !== rootNow()) throw notThatTree(seq);
      roots.delete(seq);
    }
    roots.delete(0);
    const [missing] = roots.keys();
    if (missing !== undefined) throw notThatTree(missing);
    if (known !== null && known.seq > 0) throw notThatHead(known.seq);
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    fault = { seq: error.seq, what: error.what, text: error.message };
  }
  const seq = previous?.head.seq ?? 0;
  return { checked: seq, seq, head: previous?.hash ?? FIRST_PREV, root: rootNow(), fault, state };
}

function notThatHead(seq: number): RecordFault {
  return new RecordFault(seq, 'head', `Entry ${seq} is not the one that is known to have stood there.`);
}

function notThatTree(size: number): RecordFault {
  const text = `Up to entry ${size} the record is not the one that was signed when it had ${size} entries.`;
  return new RecordFault(size, 'tree', text);
}
