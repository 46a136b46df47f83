import type { Routes } from './context.ts';

/** Pages about cases and sanctions. */
export const casesRoutes: Routes = () => {};
