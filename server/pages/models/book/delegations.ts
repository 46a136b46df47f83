import type { DelegationEvent } from '../../../governance/events/delegations.ts';
import type { Tellings } from './naming.ts';

export const delegationsTellings = {} as const satisfies Tellings<DelegationEvent>;
