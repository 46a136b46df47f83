import type { Routes } from './context.ts';

/** Pages about secret ballots. */
export const secretBallotRoutes: Routes = () => {};
