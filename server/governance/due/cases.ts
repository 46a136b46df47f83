import type { CommunityState } from '../state.ts';

export type CasesStep = never;

export function comingCases(_: CommunityState): readonly CasesStep[] {
  return [];
}
