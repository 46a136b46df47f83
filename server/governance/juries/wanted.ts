import { juriesForCases } from '../cases/juries.ts';
import { juriesForChallenges } from '../proposals/challenge-juries.ts';
import { juriesForConflicts } from '../rules/conflict-juries.ts';
import type { CommunityState } from '../state.ts';
import type { JuryWanted } from './jury.ts';

/** Every jury that the state asks for. */
export function juriesWanted(state: CommunityState): readonly JuryWanted[] {
  return [...juriesForCases(state), ...juriesForChallenges(state), ...juriesForConflicts(state)];
}
