import type { CommunityState } from '../state.ts';

export type RolesStep = never;

export function comingRoles(_: CommunityState): readonly RolesStep[] {
  return [];
}
