import type { ActivityIri, CommunityIri } from '../community/ids.ts';
import type { TreeHead } from '../record/merkle.ts';

/** What a community here saw last of the record of one elsewhere, and countersigned. */
export interface Witnessed extends TreeHead {
  /** The community here. */
  readonly witness: CommunityIri;
  /** The community whose record it is. */
  readonly origin: CommunityIri;
  /** The checkpoint as its community signed it. */
  readonly note: string;
  /** Our line under it. */
  readonly line: string;
  readonly at: Date;
  /** The activity that asked last, which is answered. */
  readonly offer: ActivityIri;
}

/** The answer that follows: countersigned, or refused. */
export type WitnessedEffect = 'accept' | 'reject';

export interface WitnessedRecords {
  get(witness: CommunityIri, origin: CommunityIri): Promise<Witnessed | null>;
  /**
   * Keeps what was seen, if what is kept is still of the size that was looked at (`null` for nothing): of two that are
   * countersigned at once, both cannot be the next one.
   */
  put(witnessed: Witnessed, before: number | null, effects: readonly WitnessedEffect[]): Promise<'kept' | 'overtaken'>;
}

/** What a community elsewhere said to the record of one here. */
export interface Cosigned {
  readonly community: CommunityIri;
  readonly witness: CommunityIri;
  /** Which checkpoint it was sent last, and when, by the machine's time. */
  readonly offered?: { readonly size: number; readonly at: Date };
  /** The last that it countersigned. */
  readonly cosigned?: TreeHead & {
    readonly line: string;
    /** What the line is checked with, as `name+id+key`. */
    readonly key: string;
    readonly at: Date;
  };
  /** It says since then that the record does not go on from the entry up to which it had countersigned. */
  readonly refused?: { readonly size: number; readonly at: Date };
}

export interface Cosignatures {
  of(community: CommunityIri): Promise<readonly Cosigned[]>;
  offered(community: CommunityIri, witness: CommunityIri, offered: NonNullable<Cosigned['offered']>): Promise<void>;
  /** Keeps a line, and what was refused before is over; one for fewer entries than that of before changes nothing. */
  cosigned(community: CommunityIri, witness: CommunityIri, cosigned: NonNullable<Cosigned['cosigned']>): Promise<void>;
  refused(community: CommunityIri, witness: CommunityIri, refused: NonNullable<Cosigned['refused']>): Promise<void>;
}
