import type { DelegationEvent } from '../events/delegations.ts';
import type { Handlers } from './handlers.ts';

export const delegationsHandlers = {} as const satisfies Handlers<DelegationEvent>;
