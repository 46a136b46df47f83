import type { CommunityIri, Digest, ProposalId } from '../community/ids.ts';
import { applyInPlace, draftOf, initialState } from '../governance/apply.ts';
import { timeInWords } from '../governance/dates.ts';
import { verifyRound } from '../governance/juries/verify-round.ts';
import type { CommunityState } from '../governance/state.ts';
import { stateHash } from '../governance/state-text.ts';
import type { Entry } from '../record/entry.ts';
import { erasedIn, hasTombstone } from '../record/erasable.ts';
import { verifyRecord } from '../record/verify.ts';
import { signatureCheck } from './beacon.ts';
import type { House } from './house.ts';
import { verifySecretVote } from './secret/verify-secret-vote.ts';
import { verifyBeside } from './verify-beside.ts';
import { verifyVote } from './verify-vote.ts';

type Needs = Pick<House, 'record' | 'states' | 'ballots' | 'boards' | 'secretBallots'> &
  Partial<Pick<House, 'cosignatures' | 'evidence' | 'reports'>>;

/** Something that is not as this program wrote it. */
export interface VerifyFault {
  /** `entry 17`, `ballot of https://… on P-1`, `roll of P-1`, `board of P-1`, `evidence in C-1`, `reports in C-1`, `projection`. */
  readonly where: string;
  /** The entry it is about, where it is about one. */
  readonly seq?: number;
  /** The proposal whose vote it is about, where it is about one. */
  readonly proposal?: ProposalId;
  /** What is wrong, in a sentence. It may name voters: for members, and for who runs the server. */
  readonly text: string;
}

/** What checking all that one community decided has found. */
export interface VerifyReport {
  readonly community: CommunityIri;
  /** Entries that are in order, from the first on. */
  readonly entries: number;
  /** The hash of the last of them. */
  readonly head: Digest;
  /** The root of the tree over them: what checkpoints are made of. */
  readonly root: Digest;
  /** Empty: everything agrees. */
  readonly faults: readonly VerifyFault[];
  /** What is no fault, and still worth knowing. */
  readonly notes: readonly string[];
  readonly ballotsChecked: number;
}

/**
 * Checks a community's decisions against each other (property P12): the record's chain and sense, the stored state
 * against what the record amounts to, and for every vote its roll, its ballots, its board and its result. Reads only.
 *
 * What cannot be seen from inside: a whole database replaced by an older copy of itself. Compare `root` with one that
 * was written down elsewhere, or countersigned by another community after that copy was made.
 */
export async function verifyCommunity(house: Needs, community: CommunityIri): Promise<VerifyReport> {
  // Read first: entries added meanwhile are then no difference.
  const stored = await house.states.stored(community);
  const seen: Seen = { entry: null, decidedIn: new Map(), hashAtStored: null, missing: new Set(), erased: new Set() };
  const cosignatures = (await house.cosignatures?.of(community)) ?? [];
  const isSignature = await signatureCheck();
  const report = await verifyRecord(watched(house.record.parcels(community, 0), seen), {
    trees: cosignatures.flatMap((one) => one.cosigned ?? []),
    initial: draftOf(initialState(community)),
    treeOf: ({ tree }) => tree,
    apply(draft, entry) {
      verifyRound(entry, isSignature);
      noteErasures(seen, entry);
      const after = applyInPlace(draft, entry);
      if (entry.event.kind === 'proposal-decided') seen.decidedIn.set(entry.event.proposal, entry.head.seq);
      if (entry.head.seq === stored?.seq) seen.hashAtStored = stateHash(after);
      return after;
    },
  });
  const { fault, state, seq } = report;
  const broken = fault === null ? [] : [entryFault(fault, seen.entry)];
  const votes = await verifyVotes(house, state, seen.decidedIn);
  const beside = await verifyBeside(house, state, cosignatures);
  return {
    community,
    entries: report.checked,
    head: report.head,
    root: report.root,
    faults: [
      ...broken,
      ...unexplained(seen),
      ...verifyProjection({ stored, seq, hash: seen.hashAtStored, broken: fault !== null }),
      ...votes.faults,
      ...beside.faults,
    ],
    notes: [
      ...(fault === null ? [] : [`What comes after entry ${fault.seq} was not looked at.`]),
      ...(stored === null && seq > 0 ? ['No state is stored; it is made from the record when it is needed.'] : []),
      ...votes.notes,
      ...beside.notes,
    ],
    ballotsChecked: votes.ballotsChecked,
  };
}

/** What is remembered while the record goes by. */
interface Seen {
  /** The last entry that could be read: the one a fault is about. */
  entry: Entry | null;
  readonly decidedIn: Map<string, number>;
  /** The replayed state's hash, at the entry up to which the stored state goes. */
  hashAtStored: Digest | null;
  /** Texts that are not there, and those of which a later entry says that they were erased: `seq path`. */
  readonly missing: Set<string>;
  readonly erased: Set<string>;
}

function noteErasures({ missing, erased }: Seen, { head, event, text, texts }: Entry): void {
  if (event.kind === 'text-erased') erased.add(`${event.seq} ${event.path}`);
  if (!hasTombstone(event)) return;
  for (const path of erasedIn(JSON.parse(text), event.kind, texts)) missing.add(`${head.seq} ${path}`);
}

/** A text that is gone without an entry that says so was taken out behind the program's back. */
function unexplained({ missing, erased }: Seen): readonly VerifyFault[] {
  return [...missing]
    .filter((one) => !erased.has(one))
    .map((one) => {
      const [seq = '', path = ''] = one.split(' ');
      const text = `Entry ${seq}: the text at “${path}” is gone, and no entry says that it was erased.`;
      return { where: `entry ${seq}`, seq: Number(seq), text };
    });
}

async function* watched(parcels: AsyncIterable<Iterable<Entry>>, seen: Seen): AsyncIterable<Iterable<Entry>> {
  for await (const parcel of parcels) yield noted(parcel, seen);
}

function* noted(entries: Iterable<Entry>, seen: Seen): Iterable<Entry> {
  for (const entry of entries) {
    seen.entry = entry;
    yield entry;
  }
}

function entryFault({ seq, text }: { readonly seq: number; readonly text: string }, last: Entry | null): VerifyFault {
  const where = `entry ${seq}`;
  if (last?.head.seq !== seq) return { where, seq, text };
  return { where, seq, text: `${text} It is the “${last.head.kind}” of ${timeInWords(last.head.at)}.` };
}

/** The stored state against the replayed one. Nothing can be said where the replay did not get that far. */
function verifyProjection({
  stored,
  seq,
  hash,
  broken,
}: {
  readonly stored: { readonly seq: number; readonly hash: Digest } | null;
  readonly seq: number;
  readonly hash: Digest | null;
  readonly broken: boolean;
}): readonly VerifyFault[] {
  if (stored === null || stored.hash === hash) return [];
  if (hash !== null) {
    const text = `The stored state, as of entry ${stored.seq}, is not what the record amounts to there: somebody changed it.`;
    return [{ where: 'projection', seq: stored.seq, text }];
  }
  if (broken || stored.seq === 0) return [];
  const missing = seq + 1 === stored.seq ? `Entry ${stored.seq} is` : `Entries ${seq + 1} to ${stored.seq} are`;
  const text = `${missing} missing: the record ends with entry ${seq}, and the stored state goes up to entry ${stored.seq}, unless that was changed.`;
  return [{ where: `entry ${seq + 1}`, seq: seq + 1, text }];
}

async function verifyVotes(house: Needs, state: CommunityState, decidedIn: ReadonlyMap<string, number>) {
  const faults: VerifyFault[] = [];
  const notes: string[] = [];
  let ballotsChecked = 0;
  for (const proposal of state.proposals.values()) {
    if (proposal.pinned === undefined) continue;
    const { id } = proposal;
    if (proposal.pinned.secret !== undefined) {
      const secret = await verifySecretVote(house, state, proposal);
      faults.push(...secret.faults.map((fault) => ({ ...fault, proposal: id })));
      ballotsChecked += secret.ballots;
      continue;
    }
    const [roll, ballots, board] = await Promise.all([
      house.boards.roll(state.community, id),
      house.ballots.of(state.community, id),
      house.boards.board(state.community, id),
    ]);
    const vote = verifyVote({ proposal, pinned: proposal.pinned, roll, ballots, board, decidedIn: decidedIn.get(id) });
    faults.push(...vote.faults.map((fault) => ({ ...fault, proposal: id })));
    notes.push(...vote.notes);
    ballotsChecked += ballots.length;
  }
  return { faults, notes, ballotsChecked };
}
