import type { CommunityState } from '../state.ts';

export type DelegationsStep = never;

export function comingDelegations(_: CommunityState): readonly DelegationsStep[] {
  return [];
}
