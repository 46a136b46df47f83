import type { Digest, Organisation, PersonIri, ProposalId } from '../../community/ids.ts';

/** What the record says of a secret vote beside what it says of every vote. */
export interface SecretVote {
  readonly deposits: readonly Deposit[];
  /** From the end of the vote on. */
  readonly board?: { readonly root: Digest; readonly ballots: number; readonly issued: number };
  readonly opened: readonly OpenedKey[];
  readonly reminded?: true;
  readonly disputes: readonly { readonly by: PersonIri; readonly why: string; readonly at: Date }[];
}

/** The public half of a teller's key for one vote. */
export interface Deposit {
  readonly teller: PersonIri;
  readonly organisation: Organisation;
  readonly key: string;
}

/** A private half that was given for the count; `key` where it may be shown. */
export interface OpenedKey {
  readonly teller: PersonIri | 'machine';
  readonly key?: string;
}

export interface SecretState {
  readonly secretVotes: ReadonlyMap<ProposalId, SecretVote>;
}

export const NO_SECRET_VOTES: SecretState = { secretVotes: new Map() };

/** What is known of a secret vote of which nothing is known yet. */
export const NOTHING_YET: SecretVote = { deposits: [], opened: [], disputes: [] };
