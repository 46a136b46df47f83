import type { RoleEvent } from '../../../governance/events/roles.ts';
import type { Tellings } from './naming.ts';

export const rolesTellings = {} as const satisfies Tellings<RoleEvent>;
