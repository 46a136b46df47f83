import type { CommunityIri, Digest, ProposalId } from '../community/ids.ts';
import type { Ballot, Board } from '../governance/ballot.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { Roll } from '../governance/proposal.ts';
import type { CommunityState } from '../governance/state.ts';
import type { Entry } from '../record/entry.ts';

/** The open book of each community: entries are added, and never changed but for texts that are erased. */
export interface RecordStore {
  /** `taken` when somebody else wrote that number first: load again, decide again. */
  append(entry: Entry): Promise<'appended' | 'taken'>;
  /** Entries after a number, in order; all of them for 0. */
  after(community: CommunityIri, seq: number): AsyncIterable<Entry>;
  /** The same, as many at a time as come together: for reading long records. Each parcel can be gone through once. */
  parcels(community: CommunityIri, seq: number): AsyncIterable<Iterable<Entry>>;
  /** A page of the book, newest first, from before a number. */
  page(community: CommunityIri, before: number | null, limit: number, only?: Narrowed): Promise<readonly Entry[]>;
  entry(community: CommunityIri, seq: number): Promise<Entry | null>;
  /** The hashes of the entries after `from`, up to and with `to`: the leaves of a part of the tree. */
  hashes(community: CommunityIri, from: number, to: number): Promise<readonly Digest[]>;
  /** Takes a text out of an entry: its hash stays. Only after the record says so (`text-erased`). */
  eraseText(community: CommunityIri, seq: number, path: string): Promise<void>;
}

/** Of entries of some kinds alone, those after a number: nothing is looked for all the way back. */
export interface Narrowed {
  readonly kinds: readonly GovernanceEvent['kind'][];
  readonly after: number;
}

/** The states that the records amount to; a projection, kept to start fast and thrown away at will. */
export interface States {
  /** The state as of the last entry, or `null` before the founding. */
  load(community: CommunityIri): Promise<CommunityState | null>;
  /** The state as this process last read it, without asking; only for whoever finds out as she writes (`Casting`). */
  lastKnown(community: CommunityIri): CommunityState | null;
  /**
   * Takes over the state after an entry, so that it is not made a second time. Only for whoever has just been told
   * `appended`, and made `after` from that entry on top of `before`; neither is changed from then on. Where the state
   * at hand is another than `before` nothing happens: the next `load` reads the record, as ever.
   */
  takeOver(before: CommunityState, after: CommunityState): void;
  /** What is stored, without catching up: for verification. */
  stored(community: CommunityIri): Promise<{ readonly seq: number; readonly hash: Digest } | null>;
  /** Throws away what is stored: it is made from the record again. */
  forget(community: CommunityIri): Promise<void>;
}

/**
 * What became of a ballot that was to be added.
 * - `counts`: it is there, and after that the record still ended with the entry on which it was decided.
 * - `cast`: it is there; whether the vote was still open then, whoever cast it has to look.
 * - `already`: another one is there under its key, and stays.
 * - `overtaken`: it was decided on a state that was out of date. Nothing was written: load, and decide again.
 */
export type Casting = 'counts' | 'cast' | 'already' | 'overtaken';

export interface Ballots {
  /**
   * One ballot per proposal, voter and turn.
   *
   * @param how.decidedOn the number of the last entry that its voter's right rests on, where the state was not just
   *   loaded
   * @param how.receipt whether its receipt follows by a letter; `false` for who is shown it at once
   */
  cast(ballot: Ballot, how?: { readonly decidedOn?: number | undefined; readonly receipt?: boolean }): Promise<Casting>;
  /** All that were ever cast, those that were replaced included. */
  of(community: CommunityIri, proposal: ProposalId): Promise<readonly Ballot[]>;
  /** Somebody's last one. */
  by(community: CommunityIri, proposal: ProposalId, voter: string): Promise<Ballot | null>;
  /** How many people have voted. */
  count(community: CommunityIri, proposal: ProposalId): Promise<number>;
}

/** What is written once when a vote is frozen and once when it is counted; the first writer's version stays. */
export interface Boards {
  keepRoll(community: CommunityIri, proposal: ProposalId, roll: Roll): Promise<Roll>;
  roll(community: CommunityIri, proposal: ProposalId): Promise<Roll | null>;
  /** The roll that was pinned under a root, if it is that one, line for line; kept at hand, since it never changes. */
  pinnedRoll(community: CommunityIri, proposal: ProposalId, root: Digest): Promise<Roll | null>;
  keepBoard(board: Board): Promise<Board>;
  board(community: CommunityIri, proposal: ProposalId): Promise<Board | null>;
}
