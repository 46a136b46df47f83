import type { Organisation } from '../../community/ids.ts';
import type { SchulzeTally } from './schulze.ts';
import type { StvTally } from './stv.ts';

/** What a ballot on a yes/no matter can say. Abstaining counts as turnout only. */
export type Choice = 'yes' | 'no' | 'abstain';
export const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

export interface Count {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** A counted vote with everything its result rests on, so that anybody can check the sum. */
export type Tally = YesNoTally | SchulzeTally | StvTally;

/** What every count has. */
export interface Counted {
  /** Ballots of members on the roll, whatever they say. */
  readonly turnout: number;
  /** How many of these were cast by a delegate for somebody else; absent where none was. */
  readonly delegated?: number;
  readonly quorum: number;
  readonly result: 'passed' | 'rejected' | 'lapsed';
}

/** Whether a vote was one of yes and no: such a tally, the first kind there was, names no method. */
export const isYesNo = (tally: Tally): tally is YesNoTally => !('method' in tally);

export interface YesNoTally extends Count, Counted {
  /** Yes votes towards the quorum, after the cap on what one organisation can contribute. */
  readonly yesForQuorum: number;
  readonly byOrganisation: readonly ({ readonly organisation: Organisation } & Count)[];
  readonly tests: {
    readonly turnout: boolean;
    readonly quorum: boolean;
    readonly majority: boolean;
    /** Absent where the matter, or a roll of fewer than three organisations, asks for none. */
    readonly dualMajority?: boolean;
  };
}
