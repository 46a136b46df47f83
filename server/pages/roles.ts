import type { Routes } from './context.ts';

/** Pages about roles, elections, recalls. */
export const rolesRoutes: Routes = () => {};
