import type { Holder, Role } from './role.ts';

/** Who holds which role, as the record has it. */
export interface RolesState {
  /** Seats that are taken; a term that is over may still stand here until the record says so (`holdersOf`). */
  readonly holders: ReadonlyMap<Role, readonly Holder[]>;
}

export const NO_ROLES: RolesState = { holders: new Map() };
