import type { RoleEvent } from '../events/roles.ts';
import type { Handlers } from './handlers.ts';

export const rolesHandlers = {} as const satisfies Handlers<RoleEvent>;
