import type { OptionId } from '../../community/ids.ts';
import type { Counted, YesNoTally } from './tally.ts';

/** A vote between several texts, counted by Schulze's method. */
export interface SchulzeTally extends Counted {
  readonly method: 'schulze';
  /** The text that is adopted, or `status-quo`. */
  readonly winner: OptionId;
  /** The winner against the status quo, by the test of its matter. */
  readonly againstStatusQuo: YesNoTally;
}
