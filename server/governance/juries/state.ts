import type { Digest, JuryId, Organisation, PersonIri } from '../../community/ids.ts';
import type { NamedRound } from './beacon.ts';
import type { JuryOption, JuryPurpose, Verdict } from './jury.ts';

/** Juries, as the record has them. Jurors stand in it by the leaves of their pool, never by name. */
export interface JuriesState {
  readonly juries: ReadonlyMap<JuryId, Jury>;
  /** What was decided, by purpose (`purposeKey`). */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Who committed to a part of a seed and withheld it, and until when they contribute to none (§3.5). */
  readonly seedBarred: ReadonlyMap<PersonIri, Date>;
}

export const NO_JURIES: JuriesState = { juries: new Map(), verdicts: new Map(), seedBarred: new Map() };

/** The first vote is blind, the second comes after the deliberation and counts (§3.4). */
export type Round = 'blind' | 'final';

/** Where a jury stands (governance.md §3.1, Jury). Each state carries the time at which it ends by itself. */
export type JuryPhase =
  | { readonly state: 'called'; readonly since: Date }
  /** Seed pending: the signature of the round that was named can be handed in; once it is noted as missing, `until` then. */
  | { readonly state: 'awaiting-round'; readonly lateFrom: Date; readonly until?: Date }
  /** It was, and everything that the draw follows from stands in the record. */
  | { readonly state: 'drawing'; readonly since: Date }
  /** Seed pending: members commit to their parts of the seed … */
  | { readonly state: 'committing'; readonly until: Date }
  /** … and then show them. */
  | { readonly state: 'revealing'; readonly until: Date }
  /** Drawn: those who were are asked; the vote opens with whoever has accepted by `until`. */
  | { readonly state: 'answering'; readonly until: Date }
  | { readonly state: 'voting'; readonly round: Round; readonly until: Date; readonly remindAt?: Date }
  /** A round is over and being counted: a moment, unless the machine stops in it. */
  | { readonly state: 'counting'; readonly round: Round; readonly endedAt: Date }
  | { readonly state: 'deliberation'; readonly until: Date }
  | { readonly state: 'decided'; readonly at: Date }
  /** Nobody sat on it, or voted: another one takes its place. */
  | { readonly state: 'dissolved'; readonly at: Date };

/** What could not be kept to, because the community is too small for it or too few took part. */
export type Relaxation =
  /** Fewer than three organisations were left without those of parties and reporters. */
  | 'organisations'
  /** Too few had not been on as many juries this year as the charter allows. */
  | 'yearly'
  /** Fewer eligible members than seats. */
  | 'small-pool'
  /** Fewer than three members from two organisations contributed to the seed. */
  | 'contributors'
  /** The round of the beacon was not handed in in time. */
  | 'no-round'
  /** An organisation has more than a third of the seats: no one else was left. */
  | 'organisation-cap';

/** Why somebody who was drawn is not, or no longer, on the jury. */
export type OutReason = 'declined' | 'silent' | 'recused' | 'conflict' | 'left' | 'serves-elsewhere';

/** One who was drawn. The place in the list is her handle: “Juror 3” is the third. */
export interface Seat {
  readonly leaf: Digest;
  readonly organisation: Organisation;
  readonly standing: 'asked' | 'accepted' | 'out';
  readonly drawnAt: Date;
  readonly answerBy: Date;
  readonly why?: OutReason;
}

/** A part of the seed: who committed to it, and what it was once it is shown. */
export interface Contribution {
  readonly by: PersonIri;
  readonly organisation: Organisation;
  readonly commitment: Digest;
  readonly secret?: string;
}

/** Somebody whose turn it was and who was passed over. */
export interface Skipped {
  readonly leaf: Digest;
  readonly why: OutReason;
}

/** One drawing: the first, or that of a substitute for somebody who went out. */
export interface Drawing {
  /** The place of who went out; absent in the first drawing. */
  readonly out?: number;
  readonly drawn: readonly Digest[];
  readonly skipped: readonly Skipped[];
}

/** A round as it was counted. */
export interface Counted {
  readonly votes: number;
  /** Receipts of the votes, in ascending order. */
  readonly leaves: readonly Digest[];
  readonly root: Digest;
  readonly counts: readonly { readonly option: JuryOption['id']; readonly votes: number }[];
}

/** What a draw follows from: words of members (commit and reveal) where it is absent. */
export type JurySource = 'drand';

export interface Jury {
  readonly id: JuryId;
  readonly purpose: JuryPurpose;
  readonly size: number;
  readonly question: string;
  readonly options: readonly JuryOption[];
  readonly calledAt: Date;
  readonly phase: JuryPhase;
  /** As the charter said when it was called. */
  readonly source?: JurySource;
  /** The pool as it was frozen, before anybody could know the seed. */
  readonly pool?: { readonly root: Digest; readonly members: number; readonly organisations: number };
  /** What this server committed to when it froze the pool, and what it showed at the draw. */
  readonly machine?: { readonly commitment: Digest; readonly secret?: string };
  /** Who was asked to contribute to the seed; any other member may. */
  readonly asked: readonly PersonIri[];
  readonly contributions: readonly Contribution[];
  /** The round that was named with the pool, and its signature once somebody has handed it in. */
  readonly beacon?: NamedRound & { readonly signature?: string; readonly by?: PersonIri };
  readonly seed?: Digest;
  readonly seats: readonly Seat[];
  readonly drawings: readonly Drawing[];
  readonly relaxed: readonly Relaxation[];
  readonly rounds: { readonly [Name in Round]?: Counted };
}

/** The seats whose jurors have accepted, by their places. */
export function seated({ seats }: Pick<Jury, 'seats'>): readonly Seat[] {
  return seats.filter(({ standing }) => standing === 'accepted');
}

export const isLive = ({ phase }: Pick<Jury, 'phase'>): boolean =>
  phase.state !== 'decided' && phase.state !== 'dissolved';
