import type { OptionId } from '../../community/ids.ts';
import type { Counted } from './tally.ts';

/** An election to several seats, counted by Meek's method. */
export interface StvTally extends Counted {
  readonly method: 'stv';
  readonly seats: number;
  /** Nominees, in the order in which they were elected; never `reopen`. */
  readonly elected: readonly OptionId[];
}
