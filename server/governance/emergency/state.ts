/** What was done in an emergency, as the record has it. */
export type EmergencyState = Readonly<Record<never, never>>;

export const NO_EMERGENCY: EmergencyState = {};
