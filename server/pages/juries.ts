import type { Routes } from './context.ts';

/** Pages about jury duty. */
export const juriesRoutes: Routes = () => {};
