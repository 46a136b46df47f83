import type { JuryWanted } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';

/** Passed proposals whose procedure enough members have challenged. */
export function juriesForChallenges(_: CommunityState): readonly JuryWanted[] {
  return [];
}
