import type { CaseEvent } from '../../../governance/events/cases.ts';
import type { Tellings } from './naming.ts';

export const casesTellings = {} as const satisfies Tellings<CaseEvent>;
