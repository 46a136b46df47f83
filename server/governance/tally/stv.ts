import type { OptionId } from '../../community/ids.ts';
import { electionOf } from './meek.ts';
import type { Counted } from './tally.ts';
import { together, type Votes } from './votes.ts';

/** An election to several seats, counted by Meek's method: with every round, so that its flow can be followed. */
export interface StvTally extends Counted {
  readonly method: 'stv';
  readonly seats: number;
  /** Who stood, `reopen` last; the lists below are in this order. */
  readonly options: readonly OptionId[];
  /** Nominees, in the order in which they were elected; never `reopen`. */
  readonly elected: readonly OptionId[];
  /** Set when `reopen` was elected: the seats that were left then stay empty. */
  readonly reopened?: true;
  readonly rounds: readonly StvRound[];
}

/** One round. Votes are in billionths of a vote: whole numbers, so that every server counts alike. */
export interface StvRound {
  readonly votes: readonly number[];
  /** What part of each vote that reaches somebody she keeps, in billionths: all as long as she is not elected. */
  readonly keep: readonly number[];
  /** So many elect. */
  readonly quota: number;
  /** Votes on which nobody is named any more who could use them. */
  readonly exhausted: number;
  /** Those elected in this round, `reopen` included. */
  readonly elected: readonly OptionId[];
  /** The one excluded at the end of it. */
  readonly excluded?: OptionId;
  /** Others who had as few votes, when earlier rounds or the lot had to decide. */
  readonly tiedWith?: readonly OptionId[];
}

/**
 * Counts an election (governance.md §3.2) by Meek's method, in the form of the reference rule of the Proportional
 * Representation Foundation (prfound.org, “Reference Meek Rule”): nine decimal places, rounded as written there, so
 * that the result is exact and others' programs agree in every digit.
 *
 * Where nominations can be reopened (`reopen` is among the options) nobody takes a seat without the quota: the
 * reference rule's last step, which gives remaining seats to whoever is left, is not taken. Once `reopen` has the
 * quota, that seat stays empty and so does every seat after it; who has more votes than `reopen` in the same round is
 * elected before it.
 *
 * Ties are broken by the latest earlier round in which the tied differ by more than rounding, then by lot (`seed`):
 * never by who stands first on the ballot.
 *
 * There is no test of turnout: were there one, a vote for `reopen` could help to elect somebody (against P1).
 *
 * @param seed asked for only when a lot is drawn
 */
export function tallyStv({
  votes,
  options,
  seats,
  quorum,
  seed,
}: {
  readonly votes: Votes;
  readonly options: readonly OptionId[];
  readonly seats: number;
  readonly quorum: number;
  readonly seed: () => string;
}): StvTally {
  const { turnout, delegated } = votes;
  const election = electionOf({ choices: together(votes), options, seats, seed });
  return {
    method: 'stv',
    turnout,
    ...(delegated > 0 ? { delegated } : {}),
    quorum,
    seats,
    options,
    elected: election.elected,
    ...(election.reopened ? { reopened: true as const } : {}),
    rounds: election.rounds,
    result: election.elected.length > 0 ? 'passed' : turnout >= quorum ? 'rejected' : 'lapsed',
  };
}
