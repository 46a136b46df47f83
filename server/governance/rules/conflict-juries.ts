import type { JuryWanted } from '../juries/jury.ts';
import type { CommunityState } from '../state.ts';

/** Rules that contradict each other about an act. */
export function juriesForConflicts(_: CommunityState): readonly JuryWanted[] {
  return [];
}
