import type { Digest, Organisation, PersonIri, ProposalId } from '../../community/ids.ts';

/** What the record keeps of who was asked about her ballot, and of ballots that their voters do not own to. */
export interface ParticipationState {
  /** The samples drawn in a vote, one of each domain at most. */
  readonly samples: ReadonlyMap<ProposalId, readonly Sample[]>;
  /** Members who said that a ballot in their name is not theirs. */
  readonly ballotDisputes: ReadonlyMap<ProposalId, readonly BallotDispute[]>;
}

/** Voters of one domain who were asked whether they cast their ballots. */
export interface Sample {
  readonly domain: Organisation;
  /** How many ballots of that domain there were. */
  readonly ballots: number;
  /** The receipts of those whose voters were asked. */
  readonly asked: readonly Digest[];
}

export interface BallotDispute {
  readonly by: PersonIri;
  readonly leaf: Digest;
  readonly at: Date;
}

export const NO_PARTICIPATION: ParticipationState = { samples: new Map(), ballotDisputes: new Map() };
