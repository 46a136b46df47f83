import type { CommunityIri, Digest, JuryId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { hashOf } from '../../record/canonical.ts';
import type { CommunityState } from '../state.ts';
import type { JuryOption } from './jury.ts';
import type { Round } from './state.ts';

/**
 * A juror's vote in one round. It knows her by her leaf, has no time, and is forgotten some days after the verdict: who
 * voted what stays with the jurors.
 */
export interface JuryVote {
  readonly community: CommunityIri;
  readonly jury: JuryId;
  readonly round: Round;
  readonly juror: Digest;
  readonly option: JuryOption['id'];
  /** 32 hexadecimal characters, random, so that nobody can guess the option from the receipt. */
  readonly nonce: string;
  /** SHA-256 over all the above: the receipt, which stands in the record when the round is counted. */
  readonly leaf: Digest;
}

export type JuryVoteRefusal = 'not-a-juror' | 'not-accepted' | 'not-open' | 'already-voted' | 'bad-option';

/**
 * A juror votes. It counts as it was first cast.
 *
 * @param juror her place, from 1; `null` for whoever is not on the jury
 * @param already whether a vote of hers in this round is stored
 */
export function castJuryVote({
  state,
  jury: id,
  juror,
  option,
  nonce,
  already,
  now,
}: {
  readonly state: CommunityState;
  readonly jury: JuryId;
  readonly juror: number | null;
  readonly option: string;
  readonly nonce: string;
  readonly already: boolean;
  readonly now: Date;
}): Result<JuryVote, JuryVoteRefusal> {
  const jury = state.juries.get(id);
  const seat = juror === null ? undefined : jury?.seats[juror - 1];
  if (jury === undefined || seat === undefined || seat.standing === 'out') {
    return refused('not-a-juror', 'You are not on this jury.');
  }
  if (jury.phase.state !== 'voting' || now >= jury.phase.until) {
    return refused('not-open', 'There is no vote of this jury now. Its page says what comes next.');
  }
  if (seat.standing !== 'accepted') return refused('not-accepted', 'Accept the jury duty first, then vote.');
  if (already) return refused('already-voted', 'You have voted in this round. A vote counts as it was first cast.');
  if (!jury.options.some((one) => one.id === option)) {
    return refused('bad-option', 'Choose one of the answers; nothing else can be counted.');
  }
  const { round } = jury.phase;
  const vote = { community: state.community, jury: id, round, juror: seat.leaf, option, nonce };
  return accepted({ ...vote, leaf: juryVoteLeaf(vote) });
}

export function juryVoteLeaf({ community, jury, round, juror, option, nonce }: Omit<JuryVote, 'leaf'>): Digest {
  return hashOf({ community, jury, round, juror, option, nonce });
}
