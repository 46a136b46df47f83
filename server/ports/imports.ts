import type { PersonIri } from '../community/ids.ts';
import type { ImportFault, ImportItem, ImportKind, ImportMode } from '../community/imports/kinds.ts';

/** A file that somebody brought along, and how far it has been carried out. What it says is kept sealed. */
export interface ImportRun {
  /** A number, as a decimal text. */
  readonly id: string;
  readonly person: PersonIri;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly at: Date;
  /** `read`: she has been shown what would happen, and has not said yes yet. */
  readonly state: 'read' | 'running' | 'done';
  readonly items: readonly ImportItem[];
  /** So many of the items have been gone through, in their order. */
  readonly done: number;
  /** Lines that could not be read, or not be carried out; the first of them with their sentences. */
  readonly faults: readonly ImportFault[];
  readonly faultCount: number;
}

/** How it stands, without what is in it. */
export type ImportBrief = Omit<ImportRun, 'items' | 'faults'> & { readonly total: number };

export interface Imports {
  add(run: Omit<ImportRun, 'state' | 'done'>): Promise<void>;
  get(person: PersonIri, id: string): Promise<ImportRun | null>;
  /** Hers, newest first. */
  of(person: PersonIri): Promise<readonly ImportBrief[]>;
  /** She has said yes: from now on it is carried out. `false` when it is not there, or has begun. */
  start(person: PersonIri, id: string): Promise<boolean>;
  /**
   * Writes down that it has come so far, from where it was; with what could not be done. `false` when somebody else
   * has written that, or it was taken away: then nothing more is done.
   */
  progress(run: ImportRun, done: number, faults: readonly ImportFault[]): Promise<boolean>;
  finish(id: string): Promise<void>;
  /** Takes it away, also while it runs; what has been carried out stays. */
  remove(person: PersonIri, id: string): Promise<void>;
  /** She keeps none here any more. */
  forget(person: PersonIri): Promise<void>;
}
