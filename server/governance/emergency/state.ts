import type { EmergencyId, PostIri } from '../../community/ids.ts';
import type { Emergency } from './emergency.ts';

/** What was done in an emergency, as the record has it. */
export interface EmergencyState {
  readonly emergencies: ReadonlyMap<EmergencyId, Emergency>;
  /** Posts that have been the ground for a measure: none is one again, so that nothing is prolonged by repeating it. */
  readonly emergencyGrounds: ReadonlySet<PostIri>;
}

export const NO_EMERGENCY: EmergencyState = { emergencies: new Map(), emergencyGrounds: new Set() };
