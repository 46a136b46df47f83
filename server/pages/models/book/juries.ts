import type { JuryEvent } from '../../../governance/events/juries.ts';
import type { Tellings } from './naming.ts';

export const juriesTellings = {} as const satisfies Tellings<JuryEvent>;
