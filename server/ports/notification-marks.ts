import type { PersonIri } from '../community/ids.ts';

/** What somebody has put away of what she was told, because she asked for that. Nothing tells what she has looked at. */
export interface NotificationMarks {
  of(person: PersonIri): Promise<{
    /** Nothing from this time or before is shown to her any more. */
    readonly clearedBefore?: Date;
    /** Numbers of single notifications that came later, and that she put away by themselves. */
    readonly dismissed: ReadonlySet<string>;
  }>;
  /** Puts everything away that there is at a time. */
  clear(person: PersonIri, at: Date): Promise<void>;
  dismiss(person: PersonIri, number: string): Promise<void>;
  forget(person: PersonIri): Promise<void>;
}
