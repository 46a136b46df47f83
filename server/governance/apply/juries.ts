import type { JuryEvent } from '../events/juries.ts';
import type { Handlers } from './handlers.ts';

export const juriesHandlers = {} as const satisfies Handlers<JuryEvent>;
