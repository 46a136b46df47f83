import type { CommunityState } from '../state.ts';

export type JuriesStep = never;

export function comingJuries(_: CommunityState): readonly JuriesStep[] {
  return [];
}
