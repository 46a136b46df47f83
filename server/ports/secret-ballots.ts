import type { CommunityIri, PersonIri, ProposalId } from '../community/ids.ts';
import type { PostedBallot } from '../governance/secret/crypto/ballots.ts';
import type { Casting } from './record.ts';

/** The keys that the machine holds for one secret vote; private halves are gone once they have served. */
export interface VoteKeys {
  /** Public: SPKI in base64. */
  readonly issuer: string;
  /** PKCS #8 as PEM. */
  readonly issuerPrivate?: string;
  /** Public and private half of the machine's own key, in case there are no tellers. */
  readonly machine: string;
  readonly machinePrivate?: string;
}

/** A secret ballot as it is kept: nothing of who, nothing of when. */
export interface KeptBallot extends PostedBallot {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly leaf: string;
}

/** Which vote. */
export interface OfVote {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
}

/**
 * Ballot papers and secret ballots. Whatever is kept here is kept in the order of hashes, so that the database does
 * not say who was first, and carries no times.
 */
export interface SecretBallots {
  /** The first ones kept stay; private halves are sealed. */
  keepKeys(vote: OfVote, keys: Required<VoteKeys>): Promise<VoteKeys>;
  keys(vote: OfVote): Promise<VoteKeys | null>;
  /** Forgets private halves. */
  destroyKeys(vote: OfVote, which: 'issuer' | 'all'): Promise<void>;
  /**
   * Notes that a member has been given her paper, once: `same` when it is the same paper as before, `other` when it
   * would be another one. What is kept of it is a hash of something that is random to everybody but her.
   */
  issue(vote: OfVote, member: PersonIri, blindedHash: string): Promise<'issued' | 'same' | 'other'>;
  /** Who has been given a paper, in the order of names. */
  issuedTo(vote: OfVote): Promise<readonly PersonIri[]>;
  isIssuedTo(vote: OfVote, member: PersonIri): Promise<boolean>;
  /** Keeps the hash of a code by which a member may ask for her paper without a session. */
  keepCode(vote: OfVote, member: PersonIri, codeHash: string): Promise<void>;
  memberOfCode(vote: OfVote, codeHash: string): Promise<PersonIri | null>;
  /**
   * As `Ballots.cast`; instead of `already`: `same` when this very ballot was cast before, `taken` when another one of
   * its token and turn was.
   */
  cast(ballot: KeptBallot, decidedOn?: number): Promise<Exclude<Casting, 'already'> | 'same' | 'taken'>;
  /** The last ballot of each token, in the order of their leaves. */
  last(vote: OfVote): Promise<readonly KeptBallot[]>;
  /** Those with some leaves, in their order: also such as were replaced, too late, by a ballot that does not count. */
  withLeaves(vote: OfVote, leaves: readonly string[]): Promise<readonly KeptBallot[]>;
  turnout(vote: OfVote): Promise<number>;
  /** A teller's private half, until the count is done. */
  keepOpened(vote: OfVote, teller: string, privateKey: string): Promise<void>;
  opened(vote: OfVote): Promise<ReadonlyMap<string, string>>;
  /** After the count: forgets all ballots but those with these leaves, all codes, and every private half. */
  tidy(vote: OfVote, keep: readonly string[]): Promise<void>;
}
