import { askSampled, helpToVoteAnew } from '../ballot-letters.ts';
import type { Consequences } from './consequences.ts';

/** Those whose ballots are asked about are written to, and helped where these are not theirs. */
export const participationConsequences = {
  'sample-asked': askSampled,
  'ballot-disputed': helpToVoteAnew,
} as const satisfies Consequences;
