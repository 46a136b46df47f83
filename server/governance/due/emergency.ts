import type { CommunityState } from '../state.ts';

export type EmergencyStep = never;

export function comingEmergency(_: CommunityState): readonly EmergencyStep[] {
  return [];
}
