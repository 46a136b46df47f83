import type { Digest, JuryId, Organisation, PersonIri } from '../../community/ids.ts';
import type { NamedRound } from '../juries/beacon.ts';
import type { MissedWhy } from '../juries/beacon-round.ts';
import type { JuryOption, JuryPurpose } from '../juries/jury.ts';
import type { Counted, JurySource, OutReason, Relaxation, Round, Skipped } from '../juries/state.ts';
import type { DatesOf } from './dates-of.ts';

/** One who was drawn, without a name. */
interface Drawn {
  readonly leaf: Digest;
  readonly organisation: Organisation;
}

/** Juries: drawn, seated, deliberating, giving their verdict. `juror` is a place: 1 for “Juror 1”. */
export type JuryEvent =
  | {
      readonly kind: 'jury-called';
      readonly jury: JuryId;
      readonly purpose: JuryPurpose;
      readonly size: number;
      readonly question: string;
      readonly options: readonly JuryOption[];
      /** What the charter says that draws follow from; absent: words of members. */
      readonly source?: JurySource;
    }
  /** From here on nobody comes into the pool or out of it, and nobody can know the seed yet. */
  | {
      readonly kind: 'jury-pool-frozen';
      readonly jury: JuryId;
      readonly root: Digest;
      readonly members: number;
      readonly organisations: number;
      /** The server’s own commitment: its part of the seed is shown last, and cannot be changed until then. */
      readonly machine: Digest;
      readonly asked: readonly PersonIri[];
      readonly relaxed: readonly Relaxation[];
      /** Where the draw follows from a beacon: the round, which is published ten minutes later at the earliest. */
      readonly beacon?: NamedRound;
      /** Until when members commit to their parts of the seed; where a round is named, when it is missing. */
      readonly until: Date;
    }
  /** The round is out, and its signature is not here. Until then it can still be handed in. */
  | { readonly kind: 'beacon-round-late'; readonly jury: JuryId; readonly until: Date }
  | {
      readonly kind: 'beacon-round-given';
      readonly jury: JuryId;
      readonly round: number;
      /** A point of G1, compressed: 96 hexadecimal digits. */
      readonly signature: string;
      /** The member who handed it in; absent when the server fetched it. */
      readonly by?: PersonIri;
    }
  /** Nobody handed it in in time: members commit to parts of a seed instead, until then. */
  | {
      readonly kind: 'beacon-round-missed';
      readonly jury: JuryId;
      readonly why: MissedWhy;
      readonly asked: readonly PersonIri[];
      readonly until: Date;
    }
  | {
      readonly kind: 'seed-committed';
      readonly jury: JuryId;
      readonly by: PersonIri;
      readonly organisation: Organisation;
      readonly commitment: Digest;
    }
  /** No more commitments; until then they are shown. */
  | { readonly kind: 'seed-closed'; readonly jury: JuryId; readonly until: Date }
  | { readonly kind: 'seed-revealed'; readonly jury: JuryId; readonly by: PersonIri; readonly secret: string }
  | {
      readonly kind: 'jury-drawn';
      readonly jury: JuryId;
      readonly seed: Digest;
      /** The server’s part of the seed; absent when it does not fit what the server committed to. */
      readonly machine?: string;
      readonly withheld: readonly PersonIri[];
      /** Until when those who withheld contribute to no seed. */
      readonly barredUntil: Date;
      readonly jurors: readonly Drawn[];
      readonly skipped: readonly Skipped[];
      readonly relaxed: readonly Relaxation[];
      readonly answerBy: Date;
      /** The vote opens with whoever has accepted by then. */
      readonly until: Date;
    }
  | { readonly kind: 'juror-accepted'; readonly jury: JuryId; readonly juror: number }
  | {
      readonly kind: 'juror-replaced';
      readonly jury: JuryId;
      readonly juror: number;
      readonly why: OutReason;
      /** Absent when nobody is left, or it is too late. */
      readonly next?: Drawn;
      readonly skipped: readonly Skipped[];
      readonly answerBy?: Date;
    }
  | {
      readonly kind: 'jury-vote-opened';
      readonly jury: JuryId;
      readonly round: Round;
      readonly until: Date;
      readonly remindAt: Date;
    }
  /** Those who had not voted by half time were told so, once. */
  | { readonly kind: 'jury-reminded'; readonly jury: JuryId; readonly round: Round }
  | { readonly kind: 'jury-vote-ended'; readonly jury: JuryId; readonly round: Round }
  | {
      readonly kind: 'jury-vote-counted';
      readonly jury: JuryId;
      readonly counted: Counted;
      /** Until when the jury deliberates. */
      readonly until: Date;
    }
  | {
      readonly kind: 'jury-verdict';
      readonly jury: JuryId;
      readonly option: JuryOption['id'];
      readonly hung: boolean;
      /** Absent when nobody was seated on the last jury that there is on this. */
      readonly counted?: Counted;
      /** Of the votes counted, those of the blind vote that stand because their jurors did not vote again. */
      readonly standing: number;
    }
  /** Nobody came, or nobody voted: another jury is drawn. */
  | { readonly kind: 'jury-dissolved'; readonly jury: JuryId };

/** Where they hold dates (`encoding.ts`). */
export const JURIES_DATES = {
  'jury-called': [],
  'jury-pool-frozen': ['until'],
  'beacon-round-late': ['until'],
  'beacon-round-given': [],
  'beacon-round-missed': ['until'],
  'seed-committed': [],
  'seed-closed': ['until'],
  'seed-revealed': [],
  'jury-drawn': ['barredUntil', 'answerBy', 'until'],
  'juror-accepted': [],
  'juror-replaced': ['answerBy'],
  'jury-vote-opened': ['until', 'remindAt'],
  'jury-reminded': [],
  'jury-vote-ended': [],
  'jury-vote-counted': ['until'],
  'jury-verdict': [],
  'jury-dissolved': [],
} as const satisfies DatesOf<JuryEvent>;
