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

/** How a record is checked: the fold it is replayed by, and what is known of it from elsewhere. */
export interface Checking<State> extends Fold<State> {
  /** An entry that is known to stand there. */
  readonly expected?: { readonly seq: number; readonly hash: Digest } | null;
  /** Roots that were signed, or countersigned by others, when the record had so many entries. */
  readonly trees?: readonly TreeHead[];
  /**
   * The tree over the entries that `apply` was given, where it grows one as it goes: it need not be grown twice. Every
   * entry given to it has been checked.
   */
  readonly treeOf?: (state: State) => Frontier;
}

/** Entries as they come, one by one or, what is quicker for long records, some at a time. */
export type Entries = Iterable<Entry> | AsyncIterable<Iterable<Entry>>;

/**
 * Reads a record from its first entry: every hash, every link, every commitment, and whether each event makes sense
 * after the ones before. Stops at the first fault and names its entry.
 *
 * A chain cannot show that its end was cut off; `expected`, a head known from elsewhere, can, and so can `trees`.
 */
export async function verifyRecord<State>(entries: Entries, how: Checking<State>): Promise<RecordReport<State>> {
  const check = new RecordCheck(how);
  let fault: RecordReport<State>['fault'] = null;
  try {
    if (Symbol.iterator in entries) check.addAll(entries);
    else for await (const parcel of entries) check.addAll(parcel);
    check.end();
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    fault = { seq: error.seq, what: error.what, text: error.message };
  }
  return { ...check.found(), fault };
}

class RecordCheck<State> {
  private state: State;
  private previous: Link | null = null;
  private known: { readonly seq: number; readonly hash: Digest } | null;
  private readonly roots: Map<number, Digest>;
  private readonly tree = new GrowingTree();
  private readonly how: Checking<State>;

  constructor(how: Checking<State>) {
    this.how = how;
    this.state = how.initial;
    this.known = how.expected ?? null;
    this.roots = new Map((how.trees ?? []).map(({ size, root }) => [size, root]));
  }

  /** Throws a RecordFault at the first that is not in order. */
  addAll(entries: Iterable<Entry>): void {
    for (const entry of entries) this.add(entry);
  }

  private add(entry: Entry): void {
    const check = checkEntry(entry, this.previous);
    // Named by its place: the number it bears may be what was changed.
    const place = (this.previous?.head.seq ?? 0) + 1;
    if (!check.ok) throw new RecordFault(place, check.refusal.code, check.refusal.text);
    if (this.known?.seq === entry.head.seq) {
      if (this.known.hash !== entry.hash) throw notThatHead(this.known.seq);
      this.known = null;
    }
    this.state = this.how.apply(this.state, entry);
    this.previous = entry;
    if (this.how.treeOf === undefined) this.tree.add(entry.hash);
    if (this.roots.size > 0) this.compareRoot(entry.head.seq);
  }

  private compareRoot(size: number): void {
    const root = this.roots.get(size);
    if (root !== undefined && root !== this.root()) throw notThatTree(size);
    this.roots.delete(size);
  }

  private root(): Digest {
    return this.how.treeOf === undefined ? this.tree.root() : frontierRoot(this.how.treeOf(this.state));
  }

  /** Nothing comes any more: throws where something that is known to have been there has not come. */
  end(): void {
    this.roots.delete(0);
    const [missing] = this.roots.keys();
    if (missing !== undefined) throw notThatTree(missing);
    if (this.known !== null && this.known.seq > 0) throw notThatHead(this.known.seq);
  }

  found(): Omit<RecordReport<State>, 'fault'> {
    const seq = this.previous?.head.seq ?? 0;
    const head = this.previous?.hash ?? FIRST_PREV;
    return { checked: seq, seq, head, root: this.root(), state: this.state };
  }
}

function notThatHead(seq: number): RecordFault {
  return new RecordFault(seq, 'head', `Entry ${seq} is not the one that is known to have stood there.`);
}

function notThatTree(size: number): RecordFault {
  const text = `Up to entry ${size} the record is not the one that was signed when it had ${size} entries.`;
  return new RecordFault(size, 'tree', text);
}
