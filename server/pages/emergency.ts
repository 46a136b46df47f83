import type { Routes } from './context.ts';

/** Pages about emergency measures. */
export const emergencyRoutes: Routes = () => {};
