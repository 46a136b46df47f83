import type { Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';
import { checkHead, commitmentOf, type Link } from './chain.ts';
import type { EncodedEntry } from './encoding.ts';
import { decodeEntry } from './encoding.ts';
import type { Entry, EntryHead } from './entry.ts';
import { RecordFault } from './fault.ts';
import { addLeaf, type Frontier, frontierRoot } from './frontier.ts';
import { dateFromIso } from './iso-text.ts';
import type { TreeHead } from './merkle.ts';

/** A line of an export: an entry, with what it says or, for the public, without. */
export type ExportedEntry = Omit<EncodedEntry, 'at' | 'salt' | 'eventJson'> & { readonly at: string } & Partial<
    Pick<EncodedEntry, 'salt' | 'eventJson'>
  >;

/** A line of an export that says how it was signed: the note, and the keys (`vkey`) of those whose lines are under it. */
export interface ExportedCheckpoint {
  readonly checkpoint: string;
  readonly keys: readonly string[];
}

/** What reading an export has found so far. */
export interface ExportReport {
  readonly entries: number;
  readonly head: Digest | null;
  readonly root: Digest;
  /** Entries of which the words are there, and what was committed to. */
  readonly told: number;
}

/**
 * Checks an export line by line: every hash, every link, every commitment of what is told, and the tree over all.
 * Throws a RecordFault at the first entry that is not in order.
 *
 * @param roots what the tree must be at some sizes: checkpoints, and lines that somebody kept
 * @param onEntry told of each entry whose words are there, in order, for a replay. Where that grows the tree over all
 *   entries up to this one, it is the answer, and is not grown twice.
 */
export function createExportCheck({
  roots = [],
  onEntry,
}: {
  readonly roots?: readonly TreeHead[];
  readonly onEntry?: (entry: Entry) => Frontier | undefined;
} = {}): { readonly add: (line: ExportedEntry) => void; readonly done: () => ExportReport } {
  let tree: Frontier = [];
  const wanted = new Map<number, Digest[]>();
  for (const { size, root } of roots) wanted.set(size, [...(wanted.get(size) ?? []), root]);
  let previous: Link | null = null;
  let told = 0;

  function add(line: ExportedEntry): void {
    const place = (previous?.head.seq ?? 0) + 1;
    const { hash, salt, eventJson } = line;
    const link = { head: headOf(line, place), hash: digest(hash) };
    const checked = checkHead(link, previous);
    if (!checked.ok) throw new RecordFault(place, checked.refusal.code, checked.refusal.text);
    let grown: Frontier | undefined;
    if (salt !== undefined && eventJson !== undefined) {
      if (commitmentOf(eventJson, salt) !== line.commitment)
        throw new RecordFault(place, 'commitment', `Entry ${place}: what it says is not what was committed to.`);
      const entry = decodeEntry({ ...line, at: link.head.at, salt, eventJson });
      if (entry.event.kind !== line.kind)
        throw new RecordFault(
          place,
          'kind',
          `Entry ${place}: it holds “${entry.event.kind}”, and its head says “${line.kind}”.`,
        );
      told += 1;
      grown = onEntry?.(entry);
    }
    previous = link;
    tree = grown ?? addLeaf(tree, place - 1, link.hash);
    const expected = wanted.get(place);
    if (expected?.some((root) => root !== frontierRoot(tree)))
      throw new RecordFault(place, 'tree', `Up to entry ${place} the record is not the one that was signed or kept.`);
    wanted.delete(place);
  }

  return {
    add,
    done() {
      const entries = previous?.head.seq ?? 0;
      const [missing] = wanted.keys();
      if (missing !== undefined && missing > entries)
        throw new RecordFault(missing, 'tree', `Entry ${missing} is missing: a signed or kept root speaks of it.`);
      return { entries, head: previous?.hash ?? null, root: frontierRoot(tree), told };
    },
  };
}

function headOf({ community, seq, prev, at, kind, commitment }: ExportedEntry, place: number): EntryHead {
  const date = dateFromIso(at);
  if (date === undefined) throw new RecordFault(place, 'unreadable', `Entry ${place}: its time is no date.`);
  return { community, seq, prev, at: date, kind, commitment } as EntryHead;
}
