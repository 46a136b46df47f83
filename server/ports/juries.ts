import type { CommunityIri, JuryId } from '../community/ids.ts';
import type { Pool, Pools } from '../governance/juries/pool.ts';
import type { Round } from '../governance/juries/state.ts';
import type { JuryVote } from '../governance/juries/vote.ts';

/** The pools of juries; each written once, the first one stays. */
export interface JuryPools {
  keep(community: CommunityIri, jury: JuryId, pool: Pool): Promise<Pool>;
  /** All that a community's juries have. */
  of(community: CommunityIri): Promise<Pools>;
}

export interface JuryVotes {
  /** One vote per jury, round and juror: `already` leaves the first one as it is. */
  cast(vote: JuryVote): Promise<'cast' | 'already'>;
  of(community: CommunityIri, jury: JuryId, round?: Round): Promise<readonly JuryVote[]>;
}

/** Something written to a jury: by a juror in its deliberation, or by the clerk who briefs it. */
export interface JuryText {
  readonly id: string;
  readonly community: CommunityIri;
  readonly jury: JuryId;
  /** A juror's place, or 0 for the clerk. */
  readonly from: number;
  readonly kind: 'briefing' | 'word';
  readonly text: string;
  readonly at: Date;
}

/** A jury's private room. What is said in it, and who voted what, is forgotten some days after the verdict. */
export interface JuryRooms {
  write(text: JuryText): Promise<void>;
  /** Oldest first. */
  read(community: CommunityIri, jury: JuryId): Promise<readonly JuryText[]>;
  /** From that time on (the machine's) its texts and votes may be forgotten. */
  forgetFrom(community: CommunityIri, jury: JuryId, at: Date): Promise<void>;
}
