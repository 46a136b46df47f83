import type { CaseEvent } from '../events/cases.ts';
import type { Handlers } from './handlers.ts';

export const casesHandlers = {} as const satisfies Handlers<CaseEvent>;
