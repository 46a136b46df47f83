import type { PersonIri } from '../community/ids.ts';
import type { QuietHours } from '../community/quiet-hours.ts';

/** Each person's quiet hours: her own setting, which nobody else sees. */
export interface QuietHoursOf {
  /** What she chose; the usual hours in this server's time zone where she has chosen nothing. */
  of(person: PersonIri): Promise<QuietHours>;
  set(person: PersonIri, hours: QuietHours): Promise<void>;
  /** Her time zone, where she has chosen nothing yet. */
  suggestZone(person: PersonIri, zone: string): Promise<void>;
  forget(person: PersonIri): Promise<void>;
}
