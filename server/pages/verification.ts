import type { Routes } from './context.ts';

/** Pages about checking the record from outside. */
export const verificationRoutes: Routes = () => {};
