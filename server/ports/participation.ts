import type { CommunityIri, Digest, PersonIri, ProposalId } from '../community/ids.ts';
import type { Choice, Count } from '../governance/tally/tally.ts';

/** What somebody who is not on a vote's roll answered to its poll. */
export interface Opinion {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly person: PersonIri;
  readonly choice: Choice;
}

/** Votes that count for nothing, told apart from those that do. No names are kept: what makes each one's own is a hash. */
export interface Opinions {
  /** One per person and proposal: the first one stays. */
  keep(opinion: Opinion): Promise<'kept' | 'already'>;
  count(community: CommunityIri, proposal: ProposalId): Promise<Count>;
}

/** What those said who were asked whether a ballot is theirs; that it is not stands in the record. */
export interface Confirmations {
  confirm(community: CommunityIri, proposal: ProposalId, leaf: Digest): Promise<void>;
  of(community: CommunityIri, proposal: ProposalId): Promise<ReadonlySet<Digest>>;
}

/** Whether somebody wants the weekly letter: her own setting. */
export interface DigestSettings {
  isOff(person: PersonIri): Promise<boolean>;
  /** Of some people, those who do not want it. */
  offAmong(people: readonly PersonIri[]): Promise<ReadonlySet<PersonIri>>;
  set(person: PersonIri, wanted: boolean): Promise<void>;
}

/** Rounds of letters that have been gone through: rolls are not walked again. */
export interface Rounds {
  isDone(round: string): Promise<boolean>;
  done(round: string, now: Date): Promise<void>;
  /** The last one, in the order of their names, of those whose names begin so. */
  last(beginning: string): Promise<string | null>;
}
