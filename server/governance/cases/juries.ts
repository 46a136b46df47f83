import type { JuryWanted } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';

/** Cases and appeals that a jury has to judge. */
export function juriesForCases(_: CommunityState): readonly JuryWanted[] {
  return [];
}
