import type { Routes } from './context.ts';

/** Pages about delegations. */
export const delegationsRoutes: Routes = () => {};
