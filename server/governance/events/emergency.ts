import type { EmergencyId, Organisation, PersonIri, PostIri } from '../../community/ids.ts';
import type { EmergencyAct, EmergencyEnd, Harm } from '../emergency/emergency.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** What was done at once, and what became of it. */
export type EmergencyEvent =
  | {
      readonly kind: 'emergency-declared';
      readonly emergency: EmergencyId;
      readonly by: PersonIri;
      readonly organisation: Organisation;
      readonly harm: Harm;
      readonly act: EmergencyAct;
      readonly facts: string;
      readonly grounds: readonly PostIri[];
      readonly confirmUntil: Date;
      readonly until: Date;
    }
  | {
      readonly kind: 'emergency-confirmed';
      readonly emergency: EmergencyId;
      readonly by: PersonIri;
      readonly organisation: Organisation;
    }
  | {
      readonly kind: 'emergency-ended';
      readonly emergency: EmergencyId;
      readonly how: EmergencyEnd;
      readonly by?: PersonIri;
    };

/** Where they hold dates (`encoding.ts`). */
export const EMERGENCY_DATES = {
  'emergency-declared': ['confirmUntil', 'until'],
  'emergency-confirmed': [],
  'emergency-ended': [],
} as const satisfies DatesOf<EmergencyEvent>;

/** What of them can be erased. */
export const EMERGENCY_TEXTS = {
  'emergency-declared': ['facts'],
} as const satisfies TextsOf<EmergencyEvent>;
