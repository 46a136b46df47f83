/** What can be wrong with an entry of a record. */
export type FaultKind =
  /** The hash is not that of the head. */
  | 'hash'
  /** It does not name the entry before it. */
  | 'prev'
  /** Its number is not the next one. */
  | 'seq'
  /** The event or the salt is not the one that was committed to. */
  | 'commitment'
  /** It is dated before the entry before it. */
  | 'time'
  /** The head names another kind of event than the entry holds. */
  | 'kind'
  /** It belongs to another community's record. */
  | 'community'
  /** It cannot be read at all. */
  | 'unreadable'
  /** The event makes no sense in the state that the entries before it amount to. */
  | 'state'
  /** The record ends before, or differs from, what is known to have stood in it. */
  | 'head'
  /** The record is not the one that was signed, or countersigned, when it had so many entries. */
  | 'tree';

/** A record that is not as this program writes it: thrown, because no decision leads there. */
export class RecordFault extends Error {
  readonly seq: number;
  readonly what: FaultKind;

  constructor(seq: number, what: FaultKind, text: string, options?: ErrorOptions) {
    super(text, options);
    this.name = 'RecordFault';
    this.seq = seq;
    this.what = what;
  }
}
